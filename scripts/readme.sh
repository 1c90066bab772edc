#!/usr/bin/env bash
# Runs the commands of the README as they stand there, but for check.sh, which CI runs by itself, and with one
# fork a point where a preset would take three: it is the commands that are tried, not the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
awk '/^```sh$/ { inside = 1; next } /^```$/ { inside = 0 } inside' README.md |
  grep -v '^scripts/check.sh' |
  while read -r command; do
    [[ $command != "scripts/bench.sh quick" ]] || command+=" --forks 1"
    echo "README: $command"
    status=0
    bash -c "$command" </dev/null || status=$?
    # The gate's verdict may be any; a file against itself is never worse, gone or not comparable.
    [[ $status == 0 || ($command == scripts/gate.sh* && $status == 2) ]] || exit "$status"
  done
echo "README: every command works"
