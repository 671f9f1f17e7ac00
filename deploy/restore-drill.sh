#!/bin/sh
# Shows that the newest backup in a folder can be restored: puts it into a folder of its own, counts everything again, and takes that away.
# With PostgreSQL it needs an empty database to restore into, as DRILL_DATABASE=postgres://…
set -eu
umask 077

folder=${1:?in which folder do the backups stand?}
root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
newest=$(find "$folder" -mindepth 1 -maxdepth 1 -name 'parley-*' | sort | tail -n 1)
[ -n "$newest" ] || { echo "There is no backup in $folder." >&2; exit 2; }
place=$(mktemp -d)
trap 'rm -rf -- "$place"' EXIT
unset PARLEY_URL PARLEY_SMTP PARLEY_ERASURES
export PARLEY_DATA="$place/data"

if [ -d "$newest" ]; then
  export PARLEY_DATABASE="${DRILL_DATABASE:?an empty database to restore into}"
  pg_restore --no-owner --exit-on-error --dbname="$PARLEY_DATABASE" "$newest/database.dump"
  mkdir -p -- "$PARLEY_DATA"
  tar --extract --file="$newest/files.tar" --directory="$PARLEY_DATA"
else
  unset PARLEY_DATABASE
  "$root/bin/parley.sh" restore "$newest"
fi
"$root/bin/parley.sh" doctor --recount
echo "Restored: $newest"
