package dev.millrace.pipeline;

import org.jspecify.annotations.Nullable;

/// What the unit of one chunk leaves: its part, its run of an aggregation, or its two branches.
public sealed interface Gathered permits Part, Block, Kept, Branched.Split {
  /// What ended the chunk early, null when nothing did.
  @Nullable Throwable failure();
}
