package dev.millrace.jmh;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The clock of Linux and macOS: the time from `clock_gettime(CLOCK_PROCESS_CPUTIME_ID)`, in
/// nanoseconds, its split from `getrusage(RUSAGE_SELF)`.
final class PosixClock implements ProcessClock {
  private static final int RUSAGE_SELF = 0;
  private static final int THREAD_CLOCK = 6;

  /// Enough for `struct rusage`, which is 144 bytes on both systems.
  private static final long USAGE_BYTES = 256;

  private static final FunctionDescriptor INT_AND_POINTER =
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS);

  private final int clockId;
  private final MethodHandle clockGettime;
  private final MethodHandle getrusage;

  private PosixClock(int clockId, MethodHandle clockGettime, MethodHandle getrusage) {
    this.clockId = clockId;
    this.clockGettime = clockGettime;
    this.getrusage = getrusage;
  }

  /// The clock, or null where the system has none.
  static @Nullable PosixClock open() {
    int clockId = clockId(System.getProperty("os.name", ""));
    MethodHandle clockGettime = find("clock_gettime");
    MethodHandle getrusage = find("getrusage");
    return clockId < 0 || clockGettime == null || getrusage == null
        ? null
        : new PosixClock(clockId, clockGettime, getrusage);
  }

  @Override
  public CpuTime read() {
    long nanos = nanos(clockId);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(USAGE_BYTES, JAVA_LONG.byteAlignment());
      if (nanos < 0 || call(getrusage, RUSAGE_SELF, usage) != 0) {
        throw new IllegalStateException("the system does not tell this process its CPU time");
      }
      return new CpuTime(nanos, new CpuTime.Split(micros(usage, 0), micros(usage, 16)));
    }
  }

  /// The CPU time of one thread of this process on Linux, in nanoseconds; -1 when it has ended.
  /// Unlike what the files below `/proc` tell, it is up to date while the thread runs.
  long threadNanos(long thread) {
    // As pthread_getcpuclockid makes it: the thread's number inverted, three bits for the kind.
    return nanos((int) (~thread << 3 | THREAD_CLOCK));
  }

  private long nanos(int clock) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(2 * JAVA_LONG.byteSize(), JAVA_LONG.byteAlignment());
      return call(clockGettime, clock, time) == 0
          ? time.get(JAVA_LONG, 0) * 1_000_000_000 + time.get(JAVA_LONG, 8)
          : -1;
    }
  }

  @Override
  public String description() {
    return "process clock of the system (clock_gettime), in steps of nanoseconds";
  }

  /// Reads a `struct timeval`. Its microseconds are a long on Linux and an int on macOS, where
  /// every machine is little-endian and the zeroed rest makes it the same long.
  private static long micros(MemorySegment usage, long offset) {
    return usage.get(JAVA_LONG, offset) * 1_000_000 + usage.get(JAVA_LONG, offset + 8);
  }

  private static int call(MethodHandle function, int id, MemorySegment into) {
    try {
      return (int) function.invokeExact(id, into);
    } catch (Throwable impossible) {
      throw new AssertionError("a function of C threw", impossible);
    }
  }

  private static int clockId(String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("linux")) {
      return 2;
    }
    return lower.startsWith("mac") ? 12 : -1;
  }

  @SuppressWarnings("restricted") // the signatures are those of POSIX
  private static @Nullable MethodHandle find(String function) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(function)
        .map(address -> linker.downcallHandle(address, INT_AND_POINTER))
        .orElse(null);
  }
}
