package dev.millrace.reports.statistics;

/// A stretch of a series on which its level stays the same.
///
/// @param from the index of its first value
/// @param to the index behind its last value
/// @param mean of its values, what went away left out
public record Level(int from, int to, double mean) {}
