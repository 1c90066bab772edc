package dev.millrace.scheduler.workor;

/// What a step does that has nothing to give yet.
public enum Waiting {
  /// It says what it waits for, and its worker gives its thread back.
  PENDING,
  /// It waits, and its worker keeps the pipeline.
  BLOCKING
}
