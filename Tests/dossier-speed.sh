#!/usr/bin/env bash
# Time and memory of `tdktlint appraise FOLDER`, a new process every time; the medians must stay below
# 2 seconds and 300 MB.
set -euo pipefail
binary=$1
folder=$2
rounds=${3:-7}

run() { /usr/bin/time -f "%e %M" "$binary" appraise --fail-on never "$folder" 2>&1 >/dev/null | tail -1; }
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

run >/dev/null
figures=()
for ((i = 0; i < rounds; i++)); do figures+=("$(run)"); done
seconds=$(printf '%s\n' "${figures[@]}" | cut -d' ' -f1 | median)
kilobytes=$(printf '%s\n' "${figures[@]}" | cut -d' ' -f2 | median)
awk -v s="$seconds" -v k="$kilobytes" -v n="$rounds" -v papers="$(ls "$folder" | wc -l)" 'BEGIN {
  printf "tdktlint appraise, %d papers, medians of %d runs: %.2f s, %.0f MB\n", papers, n, s, k / 1024
  exit !(s < 2 && k < 300 * 1024)
}'
