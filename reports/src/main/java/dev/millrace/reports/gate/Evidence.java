package dev.millrace.reports.gate;

import dev.millrace.reports.rule.Finding;
import dev.millrace.reports.statistics.Summary;

/// The numbers that a verdict rests on.
///
/// @param unit of both summaries
public record Evidence(
    String unit,
    boolean higherIsBetter,
    Margin margin,
    Summary baseline,
    Summary candidate,
    Finding finding) {}
