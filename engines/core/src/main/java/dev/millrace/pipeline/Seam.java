package dev.millrace.pipeline;

/// What ends a segment of a pipeline: something that needs its chunks before the next segment may
/// begin, or chunks that come after them.
public sealed interface Seam permits Ordered, Aggregated, Collected, Branched, Appended {}
