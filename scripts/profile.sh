#!/usr/bin/env bash
# Makes flame graphs of engines on jobs, and of the differences of two engines; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
build_jar bench/suites benchmarks.jar engines bench/jmh bench/suites bench/pom.xml
command=("$java" "${jvm_options[@]}" -cp "$root/bench/suites/target/benchmarks.jar" dev.millrace.bench.Profile)
for argument in "$@"; do
  case $argument in
    -h | --help | -V | --version | --out | --out=*) exec "${command[@]}" "$@" ;;
  esac
done
exec "${command[@]}" "$@" --out "out/profile-$(date +%Y%m%d-%H%M%S)"
