package dev.millrace.task;

/// What a pending step waits for.
@FunctionalInterface
public interface Dependency {
  /// Runs a listener once this is met: at once, on this thread, if it is met already, else on the
  /// thread that meets it. A listener of several dependencies may be run for each of them.
  void whenMet(Runnable listener);

  /// Met when either of two is.
  static Dependency either(Dependency one, Dependency other) {
    return listener -> {
      one.whenMet(listener);
      other.whenMet(listener);
    };
  }
}
