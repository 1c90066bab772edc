/// Says of results what they are worth, and how to measure them again.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.inspect;
