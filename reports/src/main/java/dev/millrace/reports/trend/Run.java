package dev.millrace.reports.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One result file of a history; what its environment does not tell is null.
///
/// @param name its path below the folder that was given, without what all names share
/// @param commit of the measured code
/// @param platform the CPU and the JVM that it ran on
public record Run(
    String name, @Nullable Instant startedAt, @Nullable String commit, @Nullable String platform) {
  private static final int SHORT_COMMIT = 10;

  /// As much of the commit as people read; empty when it is not known.
  public String shortCommit() {
    return commit == null ? "" : commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
  }

  /// Whether it is known to have run elsewhere than another.
  boolean isElsewhere(Run other) {
    return platform != null && other.platform() != null && !platform.equals(other.platform());
  }
}
