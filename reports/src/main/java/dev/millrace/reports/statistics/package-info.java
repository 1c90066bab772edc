/// Pure functions on arrays of fork means. One fork is one observation; iterations are never
/// pooled.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.statistics;
