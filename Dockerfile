# syntax=docker/dockerfile:1
# An image of the program and of what the kernel needs to start it, nothing else: no shell, no package manager.
#
#   docker build -t migrate . && docker run --rm migrate --version

FROM node:24-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN npx -y deno@2.9.6 task build
# The program is linked with glibc alone; these are its parts, at the paths where the loader looks for them.
RUN set -eu; mkdir -p /root-of-image/tmp /root-of-image/work; chmod 1777 /root-of-image/tmp /root-of-image/work; \
    cp dist/migrate /root-of-image/migrate; \
    ldd dist/migrate | grep -o '/[^ ]*' | sort -u | while read -r file; do \
      mkdir -p "/root-of-image$(dirname "$file")"; cp -L "$file" "/root-of-image$file"; \
    done

FROM scratch
COPY --from=build /root-of-image/ /
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/migrate"]
