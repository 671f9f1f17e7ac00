#!/bin/sh
# Makes a backup of everything in a folder, under a name with the time, and takes away those that are older than KEEP_DAYS (30).
# Settings come from the environment, as for Parley itself. With PostgreSQL it takes pg_dump, and pictures and secret beside it.
set -eu
umask 077

folder=${1:?which folder shall it stand in?}
root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
data=${PARLEY_DATA:-$root/data}
name=parley-$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p -- "$folder"

case ${PARLEY_DATABASE-} in
  postgres://* | postgresql://*)
    whole=$folder/$name
    mkdir -- "$folder/.$name"
    if [ -f "$data/moderation-log.json" ]; then cp -- "$data/moderation-log.json" "$folder/.$name/"; fi
    pg_dump --format=custom --file="$folder/.$name/database.dump" "$PARLEY_DATABASE"
    pg_restore --list "$folder/.$name/database.dump" >/dev/null
    (cd -- "$data" && tar --create --file="$folder/.$name/files.tar" -- $(ls -d media secret 2>/dev/null))
    sync -f -- "$folder/.$name"
    mv -- "$folder/.$name" "$whole"
    ;;
  *)
    whole=$folder/$name.sqlite
    "$root/bin/parley.sh" backup "$whole"
    ;;
esac

find "$folder" -mindepth 1 -maxdepth 1 -name 'parley-*' -mtime "+${KEEP_DAYS:-30}" -exec rm -rf -- {} +
echo "$whole"
