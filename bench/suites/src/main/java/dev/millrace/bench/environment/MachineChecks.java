package dev.millrace.bench.environment;

import dev.millrace.bench.environment.Environment.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Judges whether a machine is fit to measure on.
final class MachineChecks {
  /// Clocks that are read without a system call, or nearly so.
  private static final List<String> FAST_CLOCKS =
      List.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page");

  /// The share of the processors that other programs may use, or the hypervisor take.
  private static final double TOLERATED_LOAD = 0.1;

  private static final double TOLERATED_STEAL = 0.01;

  private final SystemFiles files;
  private final Machine machine;
  private final int cores;

  MachineChecks(SystemFiles files, Machine machine) {
    this.files = files;
    this.machine = machine;
    this.cores = Objects.requireNonNullElse(machine.logicalCores(), 1);
  }

  /// What is going on at the moment.
  ///
  /// @param threads the most threads that a run may use
  /// @param usable how many cores this process may run on
  /// @param otherLoad how many cores other programs keep busy; null when that is not known
  /// @param otherJvms the numbers of other JVMs' processes
  record Moment(int threads, int usable, @Nullable Double otherLoad, List<Long> otherJvms) {}

  List<Check> all(Moment moment) {
    var checks = new ArrayList<Check>();
    double allowed = allowed(moment.usable());
    checks.add(
        Check.warnIf(
            allowed < cores,
            "cores",
            text(cores) + " cores, of which this process may use " + text(allowed)));
    checks.add(
        Check.warnIf(
            moment.threads() > allowed,
            "threads",
            "up to " + moment.threads() + " threads on " + text(allowed) + " cores"));
    checks.add(governor());
    checks.add(turbo());
    checks.add(load(moment.otherLoad()));
    checks.add(swap());
    checks.add(jvms(moment.otherJvms()));
    checks.add(clock());
    checks.add(steal());
    return List.copyOf(checks);
  }

  private double allowed(int usable) {
    Double quota = machine.cgroupCpuQuota();
    return Math.min(Math.min(cores, usable), quota == null ? cores : quota);
  }

  private Check governor() {
    var governors = new TreeSet<String>();
    IntStream.range(0, cores)
        .mapToObj(cpu -> "sys/devices/system/cpu/cpu" + cpu + "/cpufreq/scaling_governor")
        .map(files::line)
        .filter(Objects::nonNull)
        .forEach(governors::add);
    return governors.isEmpty()
        ? Check.unknown("governor")
        : Check.warnIf(
            !governors.equals(new TreeSet<>(List.of("performance"))),
            "governor",
            "the clock's governor is " + String.join(", ", governors));
  }

  private Check turbo() {
    String never = files.line("sys/devices/system/cpu/intel_pstate/no_turbo");
    String boost = files.line("sys/devices/system/cpu/cpufreq/boost");
    if (never == null && boost == null) {
      return Check.unknown("turbo");
    }
    boolean isOn = never == null ? "1".equals(boost) : "0".equals(never);
    return Check.warnIf(isOn, "turbo", isOn ? "cores clock higher when few work" : "is off");
  }

  private Check load(@Nullable Double others) {
    return others == null
        ? Check.unknown("load")
        : Check.warnIf(
            others > TOLERATED_LOAD * cores,
            "load",
            String.format(Locale.ROOT, "other programs keep %.1f of %d cores busy", others, cores));
  }

  private Check swap() {
    List<String> memory = files.lines("proc/meminfo");
    Long total = kilobytes(SystemFiles.value(memory, "SwapTotal"));
    Long free = kilobytes(SystemFiles.value(memory, "SwapFree"));
    if (total == null || free == null) {
      return Check.unknown("swap");
    }
    long used = (total - free) / 1_024;
    return Check.warnIf(used > 0, "swap", used + " MB of memory are swapped out");
  }

  private static @Nullable Long kilobytes(@Nullable String amount) {
    return amount != null && amount.matches("\\d{1,15} kB")
        ? Long.valueOf(amount.substring(0, amount.indexOf(' ')))
        : null;
  }

  private static Check jvms(List<Long> others) {
    return others.isEmpty()
        ? Check.ok("jvms", "no other JVM is running")
        : Check.warn(
            "jvms",
            "other JVMs are running: process "
                + String.join(", ", others.stream().map(String::valueOf).toList()));
  }

  private Check clock() {
    String clock = files.line("sys/devices/system/clocksource/clocksource0/current_clocksource");
    return clock == null
        ? Check.unknown("clock")
        : Check.warnIf(!FAST_CLOCKS.contains(clock), "clock", "the clock source is " + clock);
  }

  /// What the hypervisor took since the system started: it comes in bursts, and a moment may miss
  /// them.
  private Check steal() {
    boolean isVirtual =
        (" " + SystemFiles.value(files.lines("proc/cpuinfo"), "flags") + " ")
            .contains(" hypervisor ");
    List<String> counters = files.lines("proc/stat");
    CpuUse use = CpuUse.parse(counters.isEmpty() ? null : counters.getFirst());
    if (use == null) {
      return Check.unknown("steal");
    }
    return Check.warnIf(
        use.stolenShare() > TOLERATED_STEAL,
        "steal",
        String.format(
            Locale.ROOT,
            "%s machine; %.1f %% of its time went to others since it started",
            isVirtual ? "virtual" : "real",
            100 * use.stolenShare()));
  }

  private static String text(double cores) {
    return cores == Math.rint(cores)
        ? Long.toString(Math.round(cores))
        : String.format(Locale.ROOT, "%.1f", cores);
  }
}
