#!/usr/bin/env bash
# Makes offices with so many aid records, measures them and prints Markdown.
#
#   bench/run.sh [RECORDS...]          default: 100000 1000000 on SQLite, and 100000 on PostgreSQL when it is installed
#   BENCH_ROUNDS=5 BENCH_MS=1000 bench/run.sh 100000
#
# Works in a folder under /tmp (about 1.5 GB for a million records) and removes it at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
records=("$@")
[ ${#records[@]} -gt 0 ] || records=(100000 1000000)
cmake --preset bench > /dev/null
ninja -C build-bench nhipcau bench_office bench_empty_page >&2
program=$PWD/build-bench/nhipcau
folder=$(mktemp -d /tmp/nhipcau-bench.XXXXXX)
export NHIPCAU_DATA=$folder/data
mkdir -p "$NHIPCAU_DATA"
pg=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)

# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
finish() {
  [ ! -f "$folder/pg/postmaster.pid" ] || as_owner "$pg/pg_ctl" -D "$folder/pg" -m fast stop > /dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

fill() { # URL RECORDS
  "$program" init --sample --database "$1" > /dev/null
  "$program" generate --aid "$2" --delegations $(($2 / 10)) --partners 200 --database "$1" >&2
}

databases=()
for n in "${records[@]}"; do
  echo "making $n aid records on SQLite" >&2
  (time fill "$folder/$n.db" "$n") 2> >(tr '\r' '\n' | grep -E '^real' | sed "s/^real/made in/" >&2)
  databases+=("$folder/$n.db")
done
if [ -n "$pg" ] && [ -z "${BENCH_NO_POSTGRES:-}" ]; then
  mkdir "$folder/pg" && chmod 755 "$folder"
  [ "$(id -u)" != 0 ] || chown postgres "$folder/pg"
  as_owner "$pg/initdb" -D "$folder/pg" -U nhipcau -A trust -E UTF8 --locale=C > /dev/null
  as_owner "$pg/pg_ctl" -D "$folder/pg" -w -l "$folder/pg/log" -o "-k $folder/pg -c listen_addresses= " start > /dev/null
  as_owner "$pg/createdb" -h "$folder/pg" -U nhipcau nhipcau
  url="postgresql://nhipcau@/nhipcau?host=$folder/pg"
  echo "making ${records[0]} aid records on PostgreSQL" >&2
  fill "$url" "${records[0]}"
  databases+=("$url")
fi

echo "Machine: $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB", $2 / 1048576}' /proc/meminfo), $(uname -sr); load average when started $(cut -d' ' -f1 /proc/loadavg)."
build-bench/bench/bench_office --nhipcau "$program" --empty build-bench/bench/bench_empty_page \
  --rounds "${BENCH_ROUNDS:-3}" --ms "${BENCH_MS:-600}" "${databases[@]}"
