#!/usr/bin/env bash
# Makes a report of JMH result files; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
build_jar reports reports.jar reports
exec "$java" "${jvm_options[@]}" -Xmx1g -XX:+UseParallelGC -jar "$root/reports/target/reports.jar" report "$@"
