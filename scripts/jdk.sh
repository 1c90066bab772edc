# Sourced by the other scripts: finds a JDK 25 and Maven, and builds jars that are missing or stale.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Prints the home of the first JDK 25 found; fails when there is none.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -x $home/bin/javac ]] && grep -qs '^JAVA_VERSION="25[."]' "$home/release"; then
      echo "$home"
      return
    fi
  done
  return 1
}

java_on_path() {
  local java
  java=$(command -v javac) || return 0
  dirname "$(dirname "$(readlink -f "$java")")"
}

JAVA_HOME=$(find_jdk) || {
  echo "No JDK 25 found in JAVA_HOME, on the PATH or in the usual folders: install one (on Debian with the Temurin packages: apt-get install temurin-25-jdk) or set JAVA_HOME to it." >&2
  exit 69
}
export JAVA_HOME
java=$JAVA_HOME/bin/java

# Runs Maven: the one that is installed, or the wrapper. Its own work ends before the JVM's second compiler pays.
maven() {
  local mvn
  mvn=$(command -v mvn) || mvn=$root/mvnw
  MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}" "$mvn" --batch-mode --file "$root/pom.xml" "$@"
}

# Builds the jar of a module unless it is newer than every source it is made of.
#   build_jar MODULE JAR SOURCE_FOLDER...
build_jar() {
  local module=$1 jar=$root/$1/target/$2 log
  shift 2
  if [[ -f $jar && -z $(cd "$root" && find pom.xml "$@" -name target -prune -o \
    -type f -newer "$jar" \( -path '*/src/main/*' -o -name pom.xml \) -print -quit) ]]; then
    return
  fi
  echo "Building ${jar##*/} ..." >&2
  log=$(mktemp)
  if ! maven --quiet package -DskipTests --projects "$module" --also-make >"$log" 2>&1; then
    cat "$log" >&2
    echo "The build failed; what Maven said is above." >&2
    exit 70
  fi
  rm -f "$log"
}

# The options every JVM of the project is started with.
jvm_options=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true)
