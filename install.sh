#!/bin/sh
# Installs migrate: takes the file for this machine, verifies its checksum, and puts the program into a directory.
#
#   sh install.sh [--to DIRECTORY]           the default is ~/.local/bin
#
# MIGRATE_BASE_URL names where the release's files are (https:// or file://); a release's own copy of this script knows.
set -eu

version='@VERSION@'
base=${MIGRATE_BASE_URL:-'@BASE_URL@'}
directory=${MIGRATE_INSTALL_DIR:-"${HOME:-}/.local/bin"}

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --to)
      [ $# -ge 2 ] || fail '--to needs a directory'
      directory=$2
      shift 2
      ;;
    --help | -h)
      sed -n '2,6s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    *) fail "unknown argument \"$1\"; --help says what there is" ;;
  esac
done

case $version in @*) fail 'this is the source of the installer; take the one that is published with a release' ;; esac
case $base in
  @*) fail 'set MIGRATE_BASE_URL to where the files of the release are' ;;
  https://* | file://*) ;;
  *) fail "MIGRATE_BASE_URL must start with https:// or file://, and is \"$base\"" ;;
esac
base=${base%/}

case $(uname -m) in
  x86_64 | amd64) processor=x64 ;;
  aarch64 | arm64) processor=arm64 ;;
  *) fail "there is no build for the processor \"$(uname -m)\"" ;;
esac
case $(uname -s) in
  Linux)
    target=linux-$processor
    # glibc's loader stands where the program header says; without it this is a system with musl.
    library=-musl
    for loader in /lib64/ld-linux-* /lib/ld-linux-*; do
      if [ -e "$loader" ]; then library=; fi
    done
    target=$target$library
    ;;
  Darwin)
    # A shell that Rosetta translates calls an Apple processor x86_64.
    if [ "$(sysctl -n sysctl.proc_translated 2>/dev/null || true)" = 1 ]; then processor=arm64; fi
    target=darwin-$processor
    ;;
  *) fail "there is no build for \"$(uname -s)\" here; for Windows take the .zip file" ;;
esac

name=migrate-$version-$target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fetch() {
  case $base in
    file://*) cp "${base#file://}/$1" "$work/$1" 2>/dev/null ;;
    *)
      if command -v curl >/dev/null 2>&1; then
        curl --proto '=https' --tlsv1.2 -fsSL -o "$work/$1" "$base/$1"
      elif command -v wget >/dev/null 2>&1; then
        wget -q -O "$work/$1" "$base/$1"
      else
        fail 'neither curl nor wget is here'
      fi
      ;;
  esac || fail "cannot get $base/$1"
}

sum() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum "$1"
  elif command -v shasum >/dev/null 2>&1; then
    shasum -a 256 "$1"
  elif command -v openssl >/dev/null 2>&1; then
    openssl dgst -sha256 -r "$1"
  else
    fail 'none of sha256sum, shasum and openssl is here, so the file cannot be verified'
  fi | cut -d ' ' -f 1
}

fetch SHA256SUMS
fetch "$name.tar.gz"
wanted=$(sed -n "s/^\([0-9a-f]\{64\}\)  $name\.tar\.gz\$/\1/p" "$work/SHA256SUMS")
[ -n "$wanted" ] || fail "SHA256SUMS has no line for $name.tar.gz"
found=$(sum "$work/$name.tar.gz")
[ "$found" = "$wanted" ] || fail "the checksum of $name.tar.gz is $found and should be $wanted; nothing was installed"

tar -xzf "$work/$name.tar.gz" -C "$work"
mkdir -p "$directory"
# Moved within the directory, so that a running program is replaced and never half written.
cp "$work/$name/migrate" "$directory/.migrate.$$"
chmod 755 "$directory/.migrate.$$"
mv -f "$directory/.migrate.$$" "$directory/migrate"
printf 'Installed migrate %s in %s\n' "$version" "$directory"

case ":${PATH:-}:" in
  *":$directory:"*) ;;
  *) printf 'Add it to your PATH: export PATH="%s:$PATH"\n' "$directory" ;;
esac
