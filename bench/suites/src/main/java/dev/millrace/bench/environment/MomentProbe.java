package dev.millrace.bench.environment;

import dev.millrace.jmh.ProcessClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at what is going on on this machine beside this process.
final class MomentProbe {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final SystemFiles files;

  MomentProbe(SystemFiles files) {
    this.files = files;
  }

  /// The moment; it takes half a second to see how busy others are.
  ///
  /// @param threads the most threads that a run may use
  MachineChecks.Moment moment(int threads) {
    int usable = Runtime.getRuntime().availableProcessors();
    return new MachineChecks.Moment(threads, usable, otherLoad(), otherJvms());
  }

  private @Nullable Double otherLoad() {
    ProcessClock own = ProcessClock.finest();
    CpuUse before = use();
    long ownBefore = own.read().nanos();
    long start = System.nanoTime();
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    CpuUse after = use();
    double ownCores = (double) (own.read().nanos() - ownBefore) / (System.nanoTime() - start);
    if (before == null || after == null) {
      return null;
    }
    long cores = files.lines("proc/stat").stream().filter(line -> line.matches("cpu\\d.*")).count();
    return Math.max(0, after.minus(before).busyShare() * cores - ownCores);
  }

  private @Nullable CpuUse use() {
    List<String> lines = files.lines("proc/stat");
    return CpuUse.parse(lines.isEmpty() ? null : lines.getFirst());
  }

  /// All JVMs but this one and those that started it.
  private static List<Long> otherJvms() {
    Set<Long> own = new HashSet<>();
    for (ProcessHandle each = ProcessHandle.current();
        each != null;
        each = each.parent().orElse(null)) {
      own.add(each.pid());
    }
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").matches(".*[/\\\\]javaw?(\\.exe)?"))
        .map(ProcessHandle::pid)
        .filter(pid -> !own.contains(pid))
        .toList();
  }
}
