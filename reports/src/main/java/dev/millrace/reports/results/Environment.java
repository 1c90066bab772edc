package dev.millrace.reports.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how results were measured, as `environment.json` says. Null means: not recorded.
///
/// @param checks whether the machine was fit to measure on when the run began
public record Environment(Machine machine, Jvm jvm, Project project, Run run, List<Check> checks) {
  public Environment {
    checks = List.copyOf(checks);
  }

  /// An environment without checks.
  public Environment(Machine machine, Jvm jvm, Project project, Run run) {
    this(machine, jvm, project, run, List.of());
  }

  /// What is known without a file: nothing.
  public static final Environment UNKNOWN =
      new Environment(
          new Machine(null, null, null, null, null, null, null),
          new Jvm(null, null, null, List.of()),
          new Project(null, null),
          new Run(null, null, null));

  /// The hardware and its operating system; the CPU quota is in cores.
  public record Machine(
      @Nullable String cpuModel,
      @Nullable Integer physicalCores,
      @Nullable Integer logicalCores,
      @Nullable Double cgroupCpuQuota,
      @Nullable String governor,
      @Nullable Long memoryBytes,
      @Nullable String os) {}

  /// The JVM that ran the benchmarks.
  public record Jvm(
      @Nullable String version,
      @Nullable String vendor,
      @Nullable String name,
      List<String> flags) {
    public Jvm {
      flags = List.copyOf(flags);
    }
  }

  /// The code that was measured.
  public record Project(@Nullable String commit, @Nullable Boolean modified) {}

  /// How the run was started, when (as written, ISO 8601), and how JMH kept results alive.
  public record Run(
      @Nullable String command, @Nullable String startedAt, @Nullable String blackholes) {}

  /// Something about the machine that can spoil what is measured on it.
  ///
  /// @param name what was looked at, such as `governor`
  /// @param verdict `ok`, `warn` or `unknown`
  /// @param finding what was found, in one line
  public record Check(String name, String verdict, String finding) {
    /// Whether numbers may not be what they seem.
    public boolean isWarning() {
      return verdict.equals("warn");
    }
  }
}
