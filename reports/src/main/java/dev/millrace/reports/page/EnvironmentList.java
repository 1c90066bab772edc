package dev.millrace.reports.page;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Describes where the numbers come from; what no file tells is listed as not recorded.
final class EnvironmentList {
  private static final double GIBIBYTE = 1L << 30;

  private EnvironmentList() {}

  /// The description list of machine, JVM, code and command.
  static Html of(Environment environment, List<ResultFile> files) {
    var machine = environment.machine();
    var facts = new LinkedHashMap<String, @Nullable String>();
    facts.put("CPU", machine.cpuModel());
    facts.put("Cores", cores(machine));
    facts.put("CPU quota", quota(machine));
    facts.put("Governor", machine.governor());
    facts.put("Memory", memory(machine.memoryBytes()));
    facts.put("System", machine.os());
    facts.put("JVM", jvm(environment.jvm(), files));
    facts.put("JVM flags", String.join(" ", environment.jvm().flags()));
    facts.put("Blackholes", environment.run().blackholes());
    facts.put("Code", commit(environment.project()));
    facts.put("Command", environment.run().command());
    facts.put("Started", environment.run().startedAt());
    var rows = new ArrayList<Html>();
    facts.forEach((name, value) -> {
      if (!text(value).isBlank()) {
        row(rows, name, text(value));
      }
    });
    facts.values().removeIf(value -> !text(value).isBlank());
    if (!facts.isEmpty()) {
      row(rows, "Not recorded", String.join(", ", facts.keySet()));
    }
    return Html.of("dl", rows);
  }

  private static void row(List<Html> rows, String name, String value) {
    rows.add(Html.of("dt", name));
    rows.add(Html.of("dd", value));
  }

  private static @Nullable String cores(Environment.Machine machine) {
    var physical = machine.physicalCores();
    var logical = machine.logicalCores();
    if (physical == null && logical == null) {
      return null;
    }
    return (physical == null ? "unknown" : physical)
        + " physical, "
        + (logical == null ? "unknown" : logical)
        + " logical";
  }

  private static @Nullable String quota(Environment.Machine machine) {
    var quota = machine.cgroupCpuQuota();
    if (quota != null) {
      return Decimal.significant(quota, 3) + " cores";
    }
    return machine.cpuModel() == null ? null : "none";
  }

  private static @Nullable String memory(@Nullable Long bytes) {
    return bytes == null ? null : Decimal.significant(bytes / GIBIBYTE, 3) + " GiB";
  }

  private static @Nullable String jvm(Environment.Jvm jvm, List<ResultFile> files) {
    var recorded =
        List.of(text(jvm.name()), text(jvm.version()), text(jvm.vendor())).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    if (!recorded.isEmpty()) {
      return recorded;
    }
    var fromJmh =
        files.stream()
            .flatMap(file -> file.series().stream())
            .map(Series::jdkVersion)
            .filter(version -> !version.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return fromJmh.isEmpty() ? null : "JDK " + fromJmh;
  }

  private static @Nullable String commit(Environment.Project project) {
    var commit = project.commit();
    return commit != null && Objects.equals(project.modified(), true)
        ? commit + " with changes that are not committed"
        : commit;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
