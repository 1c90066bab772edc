#!/usr/bin/env bash
# Compares two JMH result files, or runs two JMH jars side by side (compare), and says pass or fail by
# its exit code; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
build_jar reports reports.jar reports
# The first run leaves an archive of loaded classes, by which later ones start in less time.
exec "$java" -XX:+UseSerialGC -XX:SharedArchiveFile="$root/reports/target/gate.jsa" \
  -XX:+AutoCreateSharedArchive -Xlog:disable -Xlog:all=error:stderr \
  -jar "$root/reports/target/reports.jar" gate "$@"
