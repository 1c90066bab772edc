package dev.millrace.pipeline;

/// A stretch of a pipeline: an item-wise stage, and the gathering that ends it.
///
/// @param items the item-wise stage, in parallel by chunks
/// @param end the gathering
public record Segment(StreamStage items, Gathering end) {}
