package dev.millrace;

import dev.millrace.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The registry of engines: one line each.
public enum Engines {
  /// The reference.
  EAGER(false);

  private final boolean parallel;

  Engines(boolean parallel) {
    this.parallel = parallel;
  }

  /// The name that users type: `workor-mvar` for `WORKOR_MVAR`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the engine uses more than one thread when it may.
  public boolean isParallel() {
    return parallel;
  }

  /// The engine itself.
  public Engine engine() {
    return (plan, feed, options) -> {
      throw new UnsupportedOperationException();
    };
  }

  /// The names of all engines.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Engines::label).toList();
  }
}
