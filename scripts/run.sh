#!/usr/bin/env bash
# Runs a pipeline over a feed; --help says how.
set -euo pipefail
source "$(dirname "$0")/jdk.sh"
build_jar engines/io run.jar engines
exec "$java" "${jvm_options[@]}" -jar "$root/engines/io/target/run.jar" "$@"
