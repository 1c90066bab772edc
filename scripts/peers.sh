#!/usr/bin/env bash
# Measures other libraries, our engines and a loop written by hand on the same jobs, and makes the report;
# --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
source "$(dirname "$0")/measuring.sh"
build_jar bench/peers peers.jar engines bench
build_jar reports reports.jar reports
measure peers bench/peers/target/peers.jar "$@"
