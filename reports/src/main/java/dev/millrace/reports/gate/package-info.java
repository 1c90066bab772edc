/// The gate: is a candidate slower than its baseline? Decided by fork means, said in five formats.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.gate;
