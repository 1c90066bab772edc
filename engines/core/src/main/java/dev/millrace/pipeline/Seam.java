package dev.millrace.pipeline;

/// What ends a segment of a pipeline: something that needs all its chunks, or chunks that come
/// after them.
public sealed interface Seam permits Gathering, Appended {}
