#!/usr/bin/env bash
# Puts PostgreSQL 18's psql and pg_dump into a directory, without installing anything on the system: tests judge with
# them, and a client of 18 talks to every server that the tests start. Debian's stable releases carry older clients, so
# the packages come from its unstable suite, together with the libraries that they were built against.
#
#   scripts/postgresql-client.sh DIRECTORY     then DIRECTORY/bin/psql and DIRECTORY/bin/pg_dump
#
# A system that has version 18 or newer is used as it is.
set -euo pipefail

directory=${1:?usage: postgresql-client.sh DIRECTORY}
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
[ -x "$directory/bin/psql" ] && [ -x "$directory/bin/pg_dump" ] && exit 0

# Work goes on beside the target and is renamed at the end, so that a second caller never sees half of it.
work=$(mktemp -d "$directory/.work.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/bin"

for installed in /usr/lib/postgresql/*/bin; do
  version=$(basename "$(dirname "$installed")")
  if [ "$version" -ge 18 ] 2>/dev/null && [ -x "$installed/psql" ] && [ -x "$installed/pg_dump" ]; then
    ln -s "$installed/psql" "$installed/pg_dump" "$work/bin/"
    mv -T "$work/bin" "$directory/bin" 2>/dev/null || [ -x "$directory/bin/psql" ]
    exit 0
  fi
done

archive=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  sed -nE 's#^[[:space:]]*(deb|URIs:)([[:space:]].*)?[[:space:]](https?://[^[:space:]]+/debian)/?([[:space:]].*)?$#\3#p' | head -n 1) || true
if [ -z "$archive" ]; then
  echo "postgresql-client.sh: /etc/apt names no Debian archive; install psql and pg_dump 18 yourself" >&2
  exit 1
fi

mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/files"
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s sid main\n' "$archive" >"$work/sources.list"
apt() {
  apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User= "$@" >/dev/null
}
apt update
packages=(
  postgresql-client-18 libpq5 libreadline8t64 libtinfo6 libssl3t64 libzstd1 liblz4-1 zlib1g libldap2 libsasl2-2
  libgssapi-krb5-2 libkrb5-3 libk5crypto3 libkrb5support0 libcom-err2 libkeyutils1 libc6
)
(cd "$work/debs" && apt download "${packages[@]}")
for package in "$work/debs"/*.deb; do
  dpkg-deb -x "$package" "$work/files"
done

rm -rf "$directory/files"
mv "$work/files" "$directory/files"
libraries=$(dirname "$(find "$directory/files" -name libpq.so.5 -print -quit)")
loader=$(find "$directory/files" -name 'ld-linux*' -print -quit)
for program in psql pg_dump; do
  cat >"$work/bin/$program" <<WRAPPER
#!/bin/sh
exec "$loader" --library-path "$libraries" "$directory/files/usr/lib/postgresql/18/bin/$program" "\$@"
WRAPPER
  chmod +x "$work/bin/$program"
done
mv -T "$work/bin" "$directory/bin"
