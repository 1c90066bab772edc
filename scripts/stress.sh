#!/usr/bin/env bash
# Proves by jcstress what threads see of each other's writes in slots and tasks, and that broken slots are refuted.
#   scripts/stress.sh [quick|full] [JCSTRESS OPTION...]      quick: a minute, one JVM mode; full: every mode, hours
# Exits 0 when every promise was kept and every broken slot was refuted, else 1. The report is in out/stress.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
preset=${1:-quick}
shift $(($# > 0))
case $preset in
  -h | --help)
    sed -n '2,4s/^# //p' "$0"
    exit
    ;;
  quick) options=(-f 1 -fsm 1 -iters 1 -time 400 -sc false -jvmArgs -Xmx256m) ;;
  full) options=() ;;
  *)
    echo "stress.sh: the preset is quick or full, not '$preset'" >&2
    exit 64
    ;;
esac
build_jar engines/stress stress.jar engines
rm -rf "$root/out/stress"
mkdir -p "$root/out/stress"
cd "$root/out/stress" # jcstress leaves its raw results in the working folder

# jcstress TESTS LOG OPTION...: leaves the report in a folder named like the log.
jcstress() {
  local tests=$1 log=$2
  shift 2
  "$java" "${jvm_options[@]}" -jar "$root/engines/stress/target/stress.jar" -t "dev.millrace.stress.$tests" \
    -r "$log" "$@" >"$log.log" 2>&1
}

# The broken ones first: a race that is hard to hit on a busy machine gets more time at each try.
for milliseconds in 500 1000 2000 4000 8000; do
  jcstress Broken broken -f 1 -fsm 1 -iters 3 -time "$milliseconds" -sc false -jvmArgs -Xmx256m || true
  ! grep -q 'Failed tests: 2 matching' broken.log || break
done
if ! grep -q 'Failed tests: 2 matching' broken.log; then
  tail -40 broken.log >&2
  echo "stress: a broken slot was not refuted, so the tests prove nothing" >&2
  exit 1
fi

if ! jcstress '(?!Broken)' report "${options[@]}" "$@" || ! grep -q 'Failed tests: No matches' report.log ||
  ! grep -q 'Error tests: No matches' report.log; then
  sed -n '/RUN RESULTS/,$p' report.log >&2
  echo "stress: a promise is broken; the whole of it is in out/stress/report/index.html" >&2
  exit 1
fi
kept=$(sed -n 's/.*All remaining tests: \([0-9]*\) matching.*/\1/p' report.log)
echo "stress: $kept passed, 0 failed; both broken slots were refuted"
[[ ${kept:-0} -gt 0 ]]
