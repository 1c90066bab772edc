#!/usr/bin/env bash
# Compares two JMH result files and says pass or fail by its exit code; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
build_jar reports reports.jar reports
exec "$java" "${jvm_options[@]}" -jar "$root/reports/target/reports.jar" gate "$@"
