#!/usr/bin/env bash
# Measures the engines and makes the report; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
build_jar bench/suites benchmarks.jar engines bench
build_jar reports reports.jar reports
bench=("$java" "${jvm_options[@]}" -Dmillrace.command=scripts/bench.sh -jar "$root/bench/suites/target/benchmarks.jar")

out=""
previous=""
for argument in "$@"; do
  case $argument in
    -h | --help | -V | --version) exec "${bench[@]}" "$@" ;;
    --out=*) out=${argument#--out=} ;;
  esac
  [[ $previous != --out ]] || out=$argument
  previous=$argument
done
if [[ -z $out ]]; then
  out=out/bench-$(date +%Y%m%d-%H%M%S)
  set -- "$@" --out "$out"
fi

# An interrupt ends the measuring, not the report of what was measured.
trap : INT TERM
status=0
"${bench[@]}" "$@" || status=$?
if [[ -s $out/results.json ]]; then
  "$root/scripts/report.sh" "$out/results.json" --out "$out/report" || status=$((status ? status : $?))
fi
exit "$status"
