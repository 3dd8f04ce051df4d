#!/usr/bin/env bash
# A cold `tdktlint check` of one DOCX against reading its three main parts with the usual tools:
# `unzip -p FILE part | xmllint --noout -` for document, styles and numbering, one after another.
# Each is a new process every time, the two taken in turn within one run; medians and their ratio.
set -euo pipefail
binary=$1
file=$2
rounds=${3:-60}

baseline() {
  local part
  for part in word/document.xml word/styles.xml word/numbering.xml; do
    unzip -p "$file" "$part" | xmllint --noout -
  done
}
candidate() { "$binary" check "$file" >/dev/null || [ $? -eq 1 ]; }

# Microseconds one call takes.
timed() {
  local start=$EPOCHREALTIME
  "$@"
  local end=$EPOCHREALTIME
  echo $((${end/[.,]/} - ${start/[.,]/}))
}
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

for _ in 1 2 3; do baseline; candidate; done
ours=() theirs=()
for ((i = 0; i < rounds; i++)); do
  theirs+=("$(timed baseline)")
  ours+=("$(timed candidate)")
done
a=$(printf '%s\n' "${ours[@]}" | median)
b=$(printf '%s\n' "${theirs[@]}" | median)
awk -v a="$a" -v b="$b" -v n="$rounds" -v f="$(basename "$file")" 'BEGIN {
  printf "%s, medians of %d runs each, in turn\n", f, n
  printf "tdktlint check                        %7.1f ms\n", a / 1000
  printf "unzip | xmllint --noout, three parts  %7.1f ms\n", b / 1000
  printf "ratio                                 %7.2f\n", a / b
}'
