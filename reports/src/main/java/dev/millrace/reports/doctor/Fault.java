package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Verdict;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Something that may be wrong with a result, and that the gate must tell.
sealed interface Fault {
  /// A short name.
  String name();

  /// What is injected.
  String injected();

  /// Every series of the candidate is that many times as slow; below 1, it is faster.
  record Slower(String name, String injected, double factor) implements Fault {}

  /// Anything else.
  ///
  /// @param right the verdicts that are right for the victim
  record Broken(String name, String injected, Set<Verdict> right, UnaryOperator<Sides> change)
      implements Fault {}
}
