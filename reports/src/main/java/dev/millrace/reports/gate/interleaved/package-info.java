/// Runs forks of two JMH jars side by side until the gate can decide, and asks the gate.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.gate.interleaved;
