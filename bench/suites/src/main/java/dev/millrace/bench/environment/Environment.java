package dev.millrace.bench.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how a run was measured; `environment.json` has these very keys. Null means unknown.
///
/// @param format the form of the file
/// @param machine the hardware and its operating system
/// @param jvm the JVM of the forks
/// @param project the code that was measured
/// @param run how the run was started
/// @param checks whether the machine was fit to measure on when the run was started
public record Environment(
    String format, Machine machine, Jvm jvm, Project project, Run run, List<Check> checks) {
  /// The form of the file that this version writes.
  public static final String FORMAT = "millrace-environment/1";

  /// An environment in this version's form.
  public Environment(Machine machine, Jvm jvm, Project project, Run run, List<Check> checks) {
    this(FORMAT, machine, jvm, project, run, checks);
  }

  /// The names of the checks with some verdict.
  public List<String> checked(Check.Verdict verdict) {
    return checks.stream().filter(check -> check.verdict() == verdict).map(Check::name).toList();
  }

  /// The hardware and its operating system.
  ///
  /// @param cpuModel as the processor names itself
  /// @param physicalCores cores, hyper-threads not counted
  /// @param logicalCores what the operating system schedules on
  /// @param cgroupCpuQuota the CPU time that the control group may use a second, in cores; null
  ///   where there is no limit
  /// @param governor the policy that sets the clock frequency
  /// @param memoryBytes main memory
  /// @param os name, version and architecture of the operating system
  public record Machine(
      @Nullable String cpuModel,
      @Nullable Integer physicalCores,
      @Nullable Integer logicalCores,
      @Nullable Double cgroupCpuQuota,
      @Nullable String governor,
      @Nullable Long memoryBytes,
      @Nullable String os) {}

  /// The JVM of the forks.
  ///
  /// @param version of the virtual machine
  /// @param vendor who built it
  /// @param name what it is called
  /// @param flags what each fork was started with
  public record Jvm(
      @Nullable String version,
      @Nullable String vendor,
      @Nullable String name,
      List<String> flags) {}

  /// The code that was measured.
  ///
  /// @param commit the commit checked out where the benchmarks lie
  /// @param modified whether files differ from that commit
  public record Project(@Nullable String commit, @Nullable Boolean modified) {}

  /// How the run was started.
  ///
  /// @param command the command line
  /// @param arguments its arguments, for a run that was cut off to be resumed
  /// @param startedAt when, in UTC, ISO 8601
  /// @param blackholes how JMH keeps results from being optimised away
  public record Run(
      String command, List<String> arguments, String startedAt, @Nullable String blackholes) {}
}
