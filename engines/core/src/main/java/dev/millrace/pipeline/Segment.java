package dev.millrace.pipeline;

/// A stretch of a pipeline: an item-wise stage, and the seam that ends it.
///
/// @param items the item-wise stage, in parallel by chunks
/// @param end the seam
public record Segment(StreamStage items, Seam end) {}
