package dev.millrace.bench.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The limit on CPU time that control groups, versions 1 and 2, set for this process.
final class CpuQuota {
  private static final String GROUPS = "sys/fs/cgroup";

  private final SystemFiles files;

  CpuQuota(SystemFiles files) {
    this.files = files;
  }

  /// The smallest limit of this process's group and of those around it, in cores; null when there
  /// is none.
  @Nullable Double cores() {
    var limits = new ArrayList<@Nullable Double>();
    for (String group : files.lines("proc/self/cgroup")) {
      String[] parts = group.split(":", 3);
      if (parts.length == 3 && parts[1].isEmpty()) {
        around(parts[2]).forEach(path -> limits.add(unified(GROUPS + path)));
      } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("cpu")) {
        around(parts[2]).forEach(path -> limits.add(legacy(GROUPS + "/cpu" + path)));
      }
    }
    return limits.stream().filter(Objects::nonNull).min(Double::compare).orElse(null);
  }

  /// A group's path and those of the groups around it, down to the root.
  private static List<String> around(String path) {
    var paths = new ArrayList<String>();
    String rest = path.equals("/") ? "" : path;
    while (!rest.isEmpty()) {
      paths.add(rest);
      rest = rest.substring(0, Math.max(0, rest.lastIndexOf('/')));
    }
    paths.add("");
    return paths;
  }

  private @Nullable Double unified(String folder) {
    String line = files.line(folder + "/cpu.max");
    if (line == null || line.startsWith("max")) {
      return null;
    }
    String[] quotaAndPeriod = line.split(" ", 2);
    return quotaAndPeriod.length == 2 ? ratio(quotaAndPeriod[0], quotaAndPeriod[1]) : null;
  }

  private @Nullable Double legacy(String folder) {
    return ratio(
        files.line(folder + "/cpu.cfs_quota_us"), files.line(folder + "/cpu.cfs_period_us"));
  }

  private static @Nullable Double ratio(@Nullable String quota, @Nullable String period) {
    if (quota == null || period == null) {
      return null;
    }
    try {
      double cores = Double.parseDouble(quota) / Double.parseDouble(period);
      return cores > 0 && Double.isFinite(cores) ? (Double) cores : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
