#!/usr/bin/env bash
# What `swift test` cannot hold because it builds packages or needs tools of others: the sample package,
# the SwiftPM command plug-in, the pre-commit hook. Run from the repository's folder by `make test`.
set -uo pipefail

failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# expect NAME STATUS WORDS COMMAND...: the command ends with the status and its output holds the words.
expect() {
  local name=$1 wanted=$2 words=$3
  shift 3
  "$@" >"$work/output" 2>&1
  local status=$?
  if [ $status -eq "$wanted" ] && grep -qF -- "$words" "$work/output"; then
    echo "✔ $name"
  else
    echo "✘ $name: status $status, expected $wanted and “$words”"
    tail -30 "$work/output"
    failures=$((failures + 1))
  fi
}

# A package that links TdktlintKit and adds a rule module of its own.
sample=Tests/SamplePackage
scratch=.build/sample-package
expect "the sample package builds" 0 "Build complete" \
  swift build --package-path $sample --scratch-path $scratch
expect "its own rule speaks" 1 "van-phong/thoi-han-mo-ho" \
  $scratch/debug/office-lint check $sample/ke-hoach.txt
expect "beside ours" 1 "deadlines/invalid-date" $scratch/debug/office-lint check $sample/ke-hoach.txt
expect "its examples hold" 0 "1 quy tắc, 2 ví dụ: 0 không đạt" \
  $scratch/debug/office-lint rules test --only van-phong

# `swift package tdkt-lint`; any status but 0 is 1 in the eyes of SwiftPM.
plan=Tests/Fixtures/demo/ke-hoach-mau.txt
expect "the command plug-in reports" 1 "citations/expired-instrument" swift package tdkt-lint $plan
expect "and takes the options of check" 0 '"citations/expired-instrument"' \
  swift package tdkt-lint --fail-on never --format json $plan

# The hook, as pre-commit runs it in a repository of documents.
if PYTHONPATH=.build/test-python python3 -c 'import pre_commit' 2>/dev/null; then
  swift build --product tdktlint >/dev/null
  root=$PWD
  export PATH="$root/.build/debug:$PATH" PYTHONPATH="$root/.build/test-python"
  export PRE_COMMIT_HOME="$work/pre-commit" GIT_CONFIG_GLOBAL="$work/gitconfig"
  git config --global user.name test && git config --global user.email test@example.org
  mkdir "$work/hooks" "$work/papers"
  cp .pre-commit-hooks.yaml "$work/hooks/"
  cp Tests/Fixtures/bench/ke-hoach-8-trang.docx $plan "$work/papers/"
  git -C "$work/hooks" init -q && git -C "$work/hooks" add . && git -C "$work/hooks" commit -qm hooks
  cd "$work/papers" || exit 1
  cat >.pre-commit-config.yaml <<END
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: tdktlint
END
  git init -q && git add .
  hook() { python3 -m pre_commit run "$@"; }
  expect "the hook passes a document without faults" 0 "Passed" hook --files ke-hoach-8-trang.docx
  expect "and leaves other files alone" 0 "(no files to check)Skipped" hook --files ke-hoach-mau.txt
  echo "        files: '[.]txt$'" >>.pre-commit-config.yaml
  git add .
  expect "it fails on a faulty one, where asked" 1 "citations/expired-instrument" hook --all-files
else
  echo "- the pre-commit hook: skipped, pre-commit is not installed"
fi

exit $((failures > 0))
