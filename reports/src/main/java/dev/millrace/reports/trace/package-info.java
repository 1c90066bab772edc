/// Traces of one run: work, span, and what other machines would make of the same units.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.trace;
