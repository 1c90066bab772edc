#!/usr/bin/env bash
# Everything CI checks: builds, formats, lints, tests, and runs every script once on something tiny.
#   scripts/check.sh [MAVEN OPTION...]      e.g. -Dmillrace.feeds=DIR to test on the feeds in a folder
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
if [[ ${1:-} == -h || ${1:-} == --help ]]; then
  sed -n '2,3s/^# //p' "$0"
  exit
fi
maven --threads 1C clean verify "$@"
"$root/scripts/smoke.sh"
"$root/scripts/stress.sh" quick

counted=$(find "$root" -path '*/target/surefire-reports/TEST-*.xml' -exec cat {} + |
  grep -ho '<testsuite [^>]*>' | awk '
    function of(name) { match($0, " " name "=\"[0-9]+"); return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) }
    { tests += of("tests"); failed += of("failures") + of("errors"); skipped += of("skipped") }
    END { printf "%d passed, %d failed, %d skipped", tests - failed - skipped, failed, skipped }')
echo "$counted"
[[ $counted != "0 passed"* ]]
