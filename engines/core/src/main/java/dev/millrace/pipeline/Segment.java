package dev.millrace.pipeline;

import dev.millrace.trace.Stretch;

/// A stretch of a pipeline: an item-wise stage, and the seam that ends it.
///
/// @param items the item-wise stage, in parallel by chunks
/// @param end the seam
/// @param stretch the steps that became the stage and the seam
public record Segment(StreamStage items, Seam end, Stretch stretch) {}
