/// Pure functions on arrays. One fork is one observation wherever something is compared; iterations
/// are looked at only to say how they scatter.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.statistics;
