/// Proves on somebody's own results that the gate can go red: injects faults, demands verdicts.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.doctor;
