package dev.millrace.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// A folder with a program in the place of `java`, which plays JMH: a jar is a text file that lists
/// its benchmarks, each with a mean, or with a word for how its forks end.
///
/// `fails` and `empty` leave nothing; `killed` ends like Ctrl-C; `hangs` says in round 2 that it is
/// there, by a pipe, and waits; the last two only until there is a file `go` beside the jar.
record PlayedJmh(Path folder) {
  /// Forks vary by up to 1 %, drawn from the name of the result file.
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      set -u
      jar=$2
      shift 3
      if [[ $1 == -lp ]]; then
        echo "# some words before"
        echo "Benchmarks: "
        while read -r name _; do
          [[ $name =~ $2 ]] && { echo "$name"; [[ $name == *scan ]] && echo '  param "n" = {1, 2}'; }
        done <"$jar"
        exit 0
      fi
      name=${1#^\\\\Q} name=${name%\\\\E$} params=
      shift
      while (($#)); do
        case $1 in
          -rff) file=$2; shift ;;
          -p) params="\\"${2%%=*}\\": \\"${2#*=}\\""; shift ;;
        esac
        shift
      done
      echo "${file##*/}" >>"$(dirname "$file")/../order"
      mean=$(awk -v name="$name" '$1 == name {print $2}' "$jar")
      case $mean in
        fails) echo "java.lang.IllegalStateException: broken"; exit 1 ;;
        empty) exit 0 ;;
        killed) [[ -e $jar.go ]] || exit 130; mean=100 ;;
        hangs)
          [[ -e $jar.go || ${file##*/} != 002-* ]] || { echo hangs >"$jar.fifo"; exec sleep 120; }
          mean=100 ;;
      esac
      noise=$(($(cksum <<<"${file##*/}" | cut -d ' ' -f 1) % 1000))
      awk -v m="$mean" -v n="$noise" -v b="$name" -v p="$params" 'BEGIN {
        score = m * (1 + n / 100000)
        printf "[{\\"benchmark\\": \\"%s\\", \\"mode\\": \\"avgt\\", \\"threads\\": 1, \\"forks\\": 1,", b
        printf "\\"params\\": {%s}, \\"primaryMetric\\": {\\"score\\": %.6f, \\"scoreUnit\\": \\"ms/op\\",", p, score
        printf "\\"rawData\\": [[%.6f]]}, \\"secondaryMetrics\\": {}}]\\n", score
      }' >"$file"
      """;

  /// Writes the program.
  static PlayedJmh in(Path folder) throws IOException {
    var java = Files.writeString(folder.resolve("java"), JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new PlayedJmh(folder);
  }

  /// Writes a jar.
  Path jar(String name, String... benchmarks) throws IOException {
    return Files.write(folder.resolve(name), List.of(benchmarks));
  }

  /// The folder of the run.
  Path out() {
    return folder.resolve("out");
  }

  /// The arguments of a comparison.
  List<String> arguments(Path baseline, Path candidate) {
    return List.of(
        "gate",
        "compare",
        "--baseline",
        baseline.toString(),
        "--candidate",
        candidate.toString(),
        "--jvm",
        folder.resolve("java").toString(),
        "--seed",
        "7",
        "--out",
        out().toString());
  }

  /// Compares two jars.
  Run compare(Path baseline, Path candidate, String... more) {
    var usual = arguments(baseline, candidate).stream();
    return Run.of(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
  }

  /// Goes on.
  Run resume() {
    return Run.of("gate", "compare", "--resume", out().toString());
  }

  /// The forks that were run, in their order.
  List<String> order() throws IOException {
    return Files.readAllLines(out().resolve("order"));
  }

  /// The lines of the schedule.
  List<String> schedule() throws IOException {
    return Files.readAllLines(out().resolve("schedule.jsonl"));
  }
}
