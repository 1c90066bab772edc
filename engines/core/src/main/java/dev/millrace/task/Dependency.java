package dev.millrace.task;

/// What a pending step waits for.
@FunctionalInterface
public interface Dependency {
  /// Runs a listener once this is met: at once, on this thread, if it is met already, else on the
  /// thread that meets it.
  void whenMet(Runnable listener);
}
