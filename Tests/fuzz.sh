#!/usr/bin/env bash
# Runs the fuzz targets, each for MINUTES, one at a time, and prints a table. Usage:
#   Tests/fuzz.sh BINARY MINUTES [TARGET…]
# An input over 2 s, over 2 GB, or that breaks the program ends its target; it is kept in
# .build/fuzz-found/TARGET. Put it into Tests/Fixtures/fuzz/TARGET when the program has been mended.
set -uo pipefail
binary=$1 minutes=$2
shift 2
cd "$(dirname "$0")/.."
# Swift's own handler would take the signal that libFuzzer waits for.
export SWIFT_BACKTRACE=enable=no
# Freed memory waits in a quarantine, which looks like growth; 32 MB of it find as much.
export ASAN_OPTIONS="quarantine_size_mb=32:${ASAN_OPTIONS:-}"
seeds=$(mktemp -d)
trap 'rm -rf "$seeds"' EXIT
"$binary" --seeds "$seeds" || exit 2
status=0
printf '%-14s %7s %10s %8s %7s %8s %8s  %s\n' \
  target seconds execs coverage corpus 'MB@1/4' 'MB@end' result
while read -r name longest leaks; do
  if [ $# -gt 0 ] && ! printf '%s\n' "$@" | grep -qx "$name"; then continue; fi
  corpus=.build/fuzz-corpus/$name found=.build/fuzz-found/$name
  mkdir -p "$corpus" "$found"
  known=$seeds/$name
  if [ -d "Tests/Fixtures/fuzz/$name" ]; then cp Tests/Fixtures/fuzz/"$name"/* "$known"; fi
  log=$found/log
  seconds=$(awk "BEGIN { print int($minutes * 60) }")
  ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=$leaks" nice "$binary" "$name" -max_total_time="$seconds" -timeout=2 -rss_limit_mb=2048 \
    -max_len="$longest" -detect_leaks="$leaks" -artifact_prefix="$found/" -print_final_stats=1 "$corpus" "$known" \
    >"$log" 2>&1
  code=$?
  awk -v name="$name" -v code=$code -v seconds="$seconds" '
    / cov: / {
      for (i = 1; i < NF; i++) {
        if ($i == "cov:") cov = $(i + 1)
        if ($i == "corp:") corp = $(i + 1)
        if ($i == "rss:") { rss = $(i + 1); sub("Mb", "", rss); all[++n] = rss }
      }
    }
    /number_of_executed_units/ { execs = $2 }
    /^Done .* in / { ran = $(NF - 1) }
    END {
      split(corp, c, "/"); first = all[int(n / 4) + 1]
      printf "%-14s %7s %10s %8s %7s %8s %8s  %s\n", name, ran, execs, cov, c[1], first, rss,
        code == 0 ? "ok" : "BROKEN (" code ")"
    }' "$log"
  [ $code -eq 0 ] || { status=1; grep -m3 -E 'ERROR|SUMMARY|Test unit written' "$log"; }
done < <("$binary" --list)
exit $status
