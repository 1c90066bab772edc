package dev.millrace.jmh;

import org.jspecify.annotations.Nullable;

/// CPU time of a process, all its threads together, those that have ended included.
///
/// @param nanos the time in nanoseconds
/// @param split how it divides into user and system time, null where that is not known
public record CpuTime(long nanos, @Nullable Split split) {

  /// The time in user and in system mode, in microseconds. Kernels count these two less finely than
  /// the whole, so they give a proportion, and need not add up to it.
  public record Split(long user, long system) {
    private Split minus(Split earlier) {
      return new Split(user - earlier.user, system - earlier.system);
    }

    /// The share of time in system mode, 0 when no time has passed.
    private double systemShare() {
      long both = user + system;
      return both <= 0 ? 0 : Math.clamp((double) system / both, 0, 1);
    }
  }

  /// The time used between an earlier reading and this one.
  public CpuTime minus(CpuTime earlier) {
    Split between = split == null || earlier.split == null ? null : split.minus(earlier.split);
    return new CpuTime(nanos - earlier.nanos, between);
  }

  /// Nanoseconds in system mode; the rest of [#nanos] was in user mode.
  ///
  /// @throws IllegalStateException if the split is not known
  public double systemNanos() {
    if (split == null) {
      throw new IllegalStateException("no split into user and system time");
    }
    return nanos * split.systemShare();
  }
}
