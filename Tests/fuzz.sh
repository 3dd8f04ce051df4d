#!/usr/bin/env bash
# Runs the fuzz targets, each for MINUTES, as many at a time as there are processors, and prints a
# table. Usage:
#   Tests/fuzz.sh BINARY MINUTES [TARGET…]
# An input over 2 s, over 2 GB, or that breaks the program ends its target; it is kept in
# .build/fuzz-found/TARGET. Put it into Tests/Fixtures/fuzz/TARGET when the program has been mended.
# What a target has collected is then read twice by a fresh process; a target that keeps memory is
# broken too. `KB@1/4` and `KB@end` are what it has in use after a quarter of the first reading and at
# the end of the second.
set -uo pipefail
binary=$1 minutes=$2
shift 2
cd "$(dirname "$0")/.."
# Swift's own handler would take the signal that libFuzzer waits for.
export SWIFT_BACKTRACE=enable=no
# Freed memory waits in a quarantine, which looks like growth; 32 MB of it find as much.
asan="quarantine_size_mb=32:${ASAN_OPTIONS:-}"
seeds=$(mktemp -d)
trap 'rm -rf "$seeds"' EXIT
ASAN_OPTIONS=$asan "$binary" --seeds "$seeds" || exit 2

# $1: name, $2: longest input in bytes, $3: whether leaks are looked for.
target() {
  local name=$1 longest=$2 leaks=$3
  local corpus=.build/fuzz-corpus/$name found=.build/fuzz-found/$name known=$seeds/$name
  local log=$found/log seconds code result kept
  mkdir -p "$corpus" "$found"
  if [ -d "Tests/Fixtures/fuzz/$name" ]; then cp Tests/Fixtures/fuzz/"$name"/* "$known"; fi
  seconds=$(awk "BEGIN { print int($minutes * 60) }")
  export ASAN_OPTIONS="$asan:detect_leaks=$leaks"
  nice "$binary" "$name" -max_total_time="$seconds" -timeout=2 -rss_limit_mb=2048 \
    -max_len="$longest" -detect_leaks="$leaks" -artifact_prefix="$found/" -print_final_stats=1 \
    "$corpus" "$known" >"$log" 2>&1
  code=$?
  result=ok
  [ $code -eq 0 ] || result="BROKEN ($code)"
  kept=$("$binary" --replay "$name" "$corpus" 2>>"$log") || result="$result, KEEPS MEMORY"
  awk -v name="$name" -v kept="$kept" -v result="$result" '
    / cov: / {
      for (i = 1; i < NF; i++) {
        if ($i == "cov:") cov = $(i + 1)
        if ($i == "rss:") { rss = $(i + 1); sub("Mb", "", rss) }
      }
    }
    /number_of_executed_units/ { execs = $2 }
    /slowest_unit_time_sec/ { slowest = $2 }
    /^Done .* in / { ran = $(NF - 1) }
    END {
      n = split(kept, k, " ")
      printf "%-14s %7s %10s %8s %7s %9s %8s %9d %9d  %s\n", name, ran, execs, slowest, cov, k[1], rss,
        k[2] / 1024, k[n] / 1024, result
    }' "$log"
  [ "$result" = ok ] || { grep -m3 -E 'ERROR|SUMMARY|Test unit written' "$log"; return 1; }
}

printf '%-14s %7s %10s %8s %7s %9s %8s %9s %9s  %s\n' \
  target seconds execs 'worst s' edges corpus 'MB@end' 'KB@1/4' 'KB@end' result
status=0 running=0
while read -r name longest leaks; do
  if [ $# -gt 0 ] && ! printf '%s\n' "$@" | grep -qx "$name"; then continue; fi
  if [ $running -ge "$(nproc)" ]; then
    wait -n || status=1
    running=$((running - 1))
  fi
  target "$name" "$longest" "$leaks" &
  running=$((running + 1))
done < <(ASAN_OPTIONS=$asan "$binary" --list)
while [ $running -gt 0 ]; do
  wait -n || status=1
  running=$((running - 1))
done
exit $status
