package dev.millrace.reports.doctor;

import java.util.List;

/// An injected fault and what the gate made of it.
///
/// @param demanded the right verdict, in words
/// @param got the verdict of the gate, in words
/// @param killed whether the gate was right
/// @param isUnproven whether the fault is a change that the gate could prove in no series
record Mutant(Fault fault, String demanded, String got, boolean killed, boolean isUnproven) {
  /// A row of the table.
  List<String> cells() {
    return List.of(fault.name(), fault.injected(), demanded, got, killed ? "yes" : "NO");
  }
}
