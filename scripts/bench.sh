#!/usr/bin/env bash
# Measures the engines and makes the report; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
source "$(dirname "$0")/measuring.sh"
build_jar bench/suites benchmarks.jar engines bench/jmh bench/suites bench/pom.xml
build_jar reports reports.jar reports
measure bench bench/suites/target/benchmarks.jar "$@"
