package dev.millrace.bench.environment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all processors together have done since the system started, as the first line of Linux's
/// `/proc/stat` counts it, in ticks.
///
/// @param busy ticks spent on programs and the kernel
/// @param stolen ticks that the hypervisor gave to others while there was work to do
/// @param all all ticks
record CpuUse(long busy, long stolen, long all) {
  private static final List<Integer> IDLE = List.of(3, 4);
  private static final int STOLEN = 7;
  private static final int COUNTERS = 8;

  /// The use that a line tells; null when it does not.
  static @Nullable CpuUse parse(@Nullable String line) {
    if (line == null || !line.matches("cpu( +\\d{1,18}){8,}")) {
      return null;
    }
    long[] ticks =
        Arrays.stream(line.split(" +"))
            .skip(1)
            .limit(COUNTERS)
            .mapToLong(Long::parseLong)
            .toArray();
    long all = Arrays.stream(ticks).sum();
    long idle = IDLE.stream().mapToLong(place -> ticks[place]).sum();
    return new CpuUse(all - idle - ticks[STOLEN], ticks[STOLEN], all);
  }

  /// What was done between an earlier moment and this one.
  CpuUse minus(CpuUse earlier) {
    return new CpuUse(busy - earlier.busy, stolen - earlier.stolen, all - earlier.all);
  }

  /// The share of all time that was stolen.
  double stolenShare() {
    return all == 0 ? 0 : (double) stolen / all;
  }

  /// The share of all time that programs and the kernel had.
  double busyShare() {
    return all == 0 ? 0 : (double) busy / all;
  }
}
