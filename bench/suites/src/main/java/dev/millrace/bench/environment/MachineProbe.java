package dev.millrace.bench.environment;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/// Finds out about the hardware and the operating system.
final class MachineProbe {
  private final SystemFiles files;

  MachineProbe(SystemFiles files) {
    this.files = files;
  }

  Environment.Machine machine() {
    List<String> cpus = files.lines("proc/cpuinfo");
    return new Environment.Machine(
        SystemFiles.value(cpus, "model name"),
        physicalCores(cpus),
        logicalCores(cpus),
        new CpuQuota(files).cores(),
        files.line("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
        memory(),
        String.join(" ", property("os.name"), property("os.version"), property("os.arch")));
  }

  /// How many different pairs of socket and core there are.
  private static @Nullable Integer physicalCores(List<String> cpus) {
    var cores = new HashSet<String>();
    String socket = "";
    for (String line : cpus) {
      if (line.startsWith("physical id")) {
        socket = line;
      } else if (line.startsWith("core id")) {
        cores.add(socket + line);
      }
    }
    return cores.isEmpty() ? null : (Integer) cores.size();
  }

  private static Integer logicalCores(List<String> cpus) {
    long listed = cpus.stream().filter(line -> line.startsWith("processor")).count();
    return listed > 0 ? (int) listed : Runtime.getRuntime().availableProcessors();
  }

  private @Nullable Long memory() {
    String total = SystemFiles.value(files.lines("proc/meminfo"), "MemTotal");
    if (total != null && total.matches("\\d{1,15} kB")) {
      return Long.parseLong(total.substring(0, total.indexOf(' '))) * 1_024;
    }
    try {
      var bean = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
      return (Long)
          ManagementFactory.getPlatformMBeanServer().getAttribute(bean, "TotalMemorySize");
    } catch (JMException unknown) {
      return null;
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
