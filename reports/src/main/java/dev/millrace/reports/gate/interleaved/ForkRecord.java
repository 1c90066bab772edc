package dev.millrace.reports.gate.interleaved;

import org.jspecify.annotations.Nullable;

/// What became of one fork.
///
/// @param seconds how long it took, JVM start and warm-up included
/// @param failure why it left no result; null when it did
public record ForkRecord(Step step, double seconds, @Nullable String failure) {}
