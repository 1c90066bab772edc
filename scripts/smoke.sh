#!/usr/bin/env bash
# Runs every script once, tiny, and checks what it leaves and how it exits.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

fail() {
  echo "smoke: $*" >&2
  exit 1
}

# expect EXIT_CODE TEXT_ON_STDERR COMMAND...: bad input gives one clear line, never a stack trace.
expect() {
  local code=$1 text=$2 status=0
  shift 2
  "$@" >"$work/out" 2>"$work/err" || status=$?
  [[ $status == "$code" ]] || fail "'$*' exited $status, not $code: $(cat "$work/err")"
  grep -qF -- "$text" "$work/err" || fail "'$*' did not say '$text': $(cat "$work/err")"
  ! grep -qE '^\s+at |Exception' "$work/err" || fail "'$*' printed a stack trace: $(cat "$work/err")"
}

for script in bench profile peers run report gate; do
  "scripts/$script.sh" --help >"$work/help"
  grep -qi usage "$work/help" || fail "$script.sh --help says nothing"
done

scripts/run.sh generate --items 500 --seed 7 --out "$work/feed.csv"
pipeline=docs/examples/clean-prices.json
# ExamplesTest runs every engine at every parallelism and chunk size; here each is named once on the command line.
for run in "eager 1 1" "fused 1 7" "compiled 1 1000" "forkjoin 7 1" "workor-mvar 2 7" "workor-lockfree 7 1000" \
  "workor-tiered 2 1" "cursor-tiered 7 7"; do
  read -r engine parallelism chunk <<<"$run"
  scripts/run.sh --pipeline "$pipeline" --feed "$work/feed.csv" --engine "$engine" --parallelism "$parallelism" \
    --chunk "$chunk" --out "$work/$engine.csv" 2>"$work/err" || fail "run.sh with $engine: $(cat "$work/err")"
  cmp "$work/eager.csv" "$work/$engine.csv"
done

pipeline=docs/examples/top-brands.json
scripts/run.sh --pipeline "$pipeline" --feed "$work/feed.csv" --engine eager --out "$work/brands.csv" 2>"$work/err"
for parts in "--hand-off fair --slot future --chunk 7" "--hand-off monitor --slot monitor --chunk 7" "--hand-off spin --threads platform --chunk 7" \
  "--hand-off combining --slot countdown --chunk 7" "--hand-off producer --threads pool --chunk 7" "--hand-off deques --slot mvar --chunk 7" \
  "--join key-ranges --chunk adaptive" "--join hash-partitions --chunk 7" "--join merge-tree --storage compact --chunk 7"; do
  # shellcheck disable=SC2086 # each part is a word of its own
  scripts/run.sh --pipeline "$pipeline" --feed "$work/feed.csv" --parallelism 3 $parts \
    --out "$work/other.csv" 2>"$work/err" || fail "run.sh $parts: $(cat "$work/err")"
  cmp "$work/brands.csv" "$work/other.csv"
done
scripts/run.sh --pipeline "$pipeline" --feed "$work/feed.csv" --parallelism 2 --chunk 50 --out "$work/traced.csv" \
  --trace "$work/trace.json" --trace-warmup 2 --trace-degrees 1 2>"$work/err" || fail "run.sh --trace: $(cat "$work/err")"
cmp "$work/brands.csv" "$work/traced.csv"
grep -q '"format":"millrace-trace/1"' "$work/trace.json" || fail "run.sh --trace left no trace"
pipeline=docs/examples/clean-prices.json

scripts/bench.sh quick --engines eager,forkjoin --jobs rules --parallelism 1,2 --items 500 \
  --forks 1 --out "$work/bench" >"$work/log" 2>&1 || fail "bench.sh: $(tail -5 "$work/log")"
for made in results.json environment.json report/index.html; do
  [[ -s $work/bench/$made ]] || fail "bench.sh left no $made"
done
scripts/report.sh "$work/bench/results.json" --trace "$work/trace.json" --out "$work/report" --pack "$work/pack.zip" >"$work/log" &&
  scripts/report.sh --replay "$work/pack.zip" >>"$work/log" || fail "a report cannot be replayed: $(cat "$work/log")"
grep -q 'One run, unit by unit' "$work/report/index.html" || fail "report.sh --trace has no section of the trace"
grep -q '"checks"' "$work/bench/environment.json" || fail "the machine was not checked"
scripts/bench.sh --resume "$work/bench" >"$work/log" 2>&1 || fail "bench.sh --resume: $(tail -5 "$work/log")"
grep -q '0 forks of 3 are left' "$work/log" || fail "bench.sh --resume measured again: $(cat "$work/log")"
expect 64 "leave the other options out" scripts/bench.sh --forks 2 --resume "$work/bench"
scripts/profile.sh --engine eager --job scan --items 100 --seconds 1 --out "$work/profile" >"$work/log" 2>&1 ||
  fail "profile.sh: $(cat "$work/log")"
[[ -s $work/profile/scan-eager.html ]] || fail "profile.sh left no flame graph"
jar=bench/suites/target/benchmarks.jar
status=0
scripts/gate.sh "$work/bench/results.json" "$work/bench/results.json" >"$work/verdict" || status=$?
[[ $status == 2 ]] || fail "one fork cannot prove anything, but gate.sh exited $status"
scripts/gate.sh inspect "$work/bench/results.json" >"$work/inspection" || fail "gate.sh inspect: $(cat "$work/inspection")"
grep -q "begin with 5 forks" "$work/inspection" || fail "gate.sh inspect gives no advice: $(cat "$work/inspection")"
scripts/gate.sh doctor "$work/bench/results.json" "$work/bench/results.json" >"$work/doctor" ||
  fail "the gate misses faults: $(cat "$work/doctor")"
status=0
scripts/gate.sh compare --baseline "$jar" --candidate "$jar" --include ControlBenchmark --forks 3 --margin 50% \
  --out "$work/compare" -- -wi 1 -w 100ms -i 1 -r 100ms >"$work/verdict" 2>"$work/log" || status=$?
[[ $status == 0 || $status == 2 ]] || fail "gate.sh compare exited $status: $(tail -5 "$work/log")"

head -c 300 "$work/bench/results.json" >"$work/cut.json"
printf 'id,title\n1,"no end\n' >"$work/broken.csv"
printf '{"actions":[{"filter":{"field":"prise"}}]}' >"$work/unknown.json"
expect 65 cut.json scripts/gate.sh "$work/cut.json" "$work/bench/results.json"
expect 65 cut.json scripts/report.sh "$work/cut.json" --out "$work/none"
head -c 300 "$work/trace.json" >"$work/cut-trace.json"
expect 65 cut-trace.json scripts/report.sh --trace "$work/cut-trace.json" --out "$work/none"
expect 64 workor-mvar scripts/run.sh --pipeline "$pipeline" --feed "$work/feed.csv" --engine workor-mvr
expect 64 "only with --trace" scripts/run.sh --pipeline "$pipeline" --feed "$work/feed.csv" --trace-warmup 3
expect 65 broken.csv scripts/run.sh --pipeline "$pipeline" --feed "$work/broken.csv"
expect 65 "did you mean 'price'" scripts/run.sh --pipeline "$work/unknown.json" --feed "$work/feed.csv"
expect 65 nowhere.csv scripts/run.sh --pipeline "$pipeline" --feed "$work/nowhere.csv"
echo "smoke: every script works"
