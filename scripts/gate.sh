#!/usr/bin/env bash
# Compares two JMH result files, or runs two JMH jars side by side (compare), and says pass or fail by
# its exit code; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
build_jar reports reports.jar reports
jar=$root/reports/target/reports.jar
# The first run leaves an archive of loaded classes, by which later ones start in less time.
archive=$root/reports/target/gate.jsa
[[ $archive -nt $jar ]] || rm -f "$archive"
options=(-XX:+UseSerialGC "-XX:SharedArchiveFile=$archive" -XX:+AutoCreateSharedArchive
  -Xlog:disable -Xlog:all=error:stderr)
# One second of work is not worth the better of the just-in-time compilers.
[[ ${1:-} == characteristic ]] || options+=(-XX:TieredStopAtLevel=1)
exec "$java" "${options[@]}" -jar "$jar" gate "$@"
