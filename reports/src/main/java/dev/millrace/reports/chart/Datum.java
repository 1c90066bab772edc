package dev.millrace.reports.chart;

/// A number that a figure shows, as its CSV and JSON say it.
///
/// @param panel the title of the panel
/// @param quantity what the number is
/// @param line the engine, or whatever the line stands for; empty where none does
/// @param position where on the horizontal axis; empty where there is no axis
/// @param what which of the numbers at that place: `fork`, `mean`, `low`, `high`, `ideal`, …
/// @param fork which fork, from 1; empty for numbers over all forks
/// @param unit the unit that the figure shows
public record Datum(
    String panel,
    String quantity,
    String line,
    String position,
    String what,
    String fork,
    double value,
    String unit) {}
