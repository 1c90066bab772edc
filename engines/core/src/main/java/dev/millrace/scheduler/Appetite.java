package dev.millrace.scheduler;

/// Whether a junction wants another chunk.
public enum Appetite {
  /// It takes one now.
  MORE,
  /// Not before tasks that are under way have ended.
  LATER,
  /// It needs no further chunk.
  ENOUGH
}
