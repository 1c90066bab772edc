package dev.millrace.pipeline;

/// What ends a segment of a pipeline: all its chunks are needed before the next segment begins.
public sealed interface Gathering permits Ordered, Aggregated, Branched {}
