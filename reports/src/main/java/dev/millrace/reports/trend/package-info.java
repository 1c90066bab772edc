/// The history of benchmarks over many runs, and where their levels change.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.trend;
