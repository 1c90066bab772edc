package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Comparison;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Judgement;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.UnreadableInputException;
import java.util.Set;
import java.util.stream.Collectors;

/// Injects every kind of [Fault] into somebody's own results and demands the right verdict from the
/// gate: a mutation test of the gate on the noise that it has to work with.
///
/// The real differences of the two files are taken out first, so that what the gate says is about
/// the fault. Whether noise may hide a change is decided by [Noise], not by the gate: a plain
/// change must be told, one that is not plain must only not pass.
public final class Doctor {
  private final Patient patient;
  private final Sides healthy;
  private final Noise noise;
  private final Margin margin;

  private Doctor(Patient patient, Sides healthy, Margin margin) {
    this.patient = patient;
    this.healthy = healthy;
    this.noise = new Noise(healthy);
    this.margin = margin;
  }

  /// A gate: what it makes of a baseline and a candidate.
  @FunctionalInterface
  interface Patient {
    Comparison compare(ResultFile baseline, ResultFile candidate);
  }

  /// The examination of the gate on two files.
  ///
  /// @throws UnreadableInputException when the files have no series in common to inject faults into
  public static Examination examine(ResultFile baseline, ResultFile candidate, Margin margin) {
    var given = new Sides(baseline, candidate);
    return examine((before, after) -> Gate.compare(before, after, margin), given, margin);
  }

  /// The examination of any gate that has that margin.
  static Examination examine(Patient patient, Sides given, Margin margin) {
    var healthy = given.withoutDifferences();
    if (healthy.baseline().series().isEmpty()) {
      throw new UnreadableInputException(
          given.baseline().path()
              + " and "
              + given.candidate().path()
              + ": no series that both have once and with scores above zero, so there is nothing to"
              + " inject faults into; name two results of one suite");
    }
    var doctor = new Doctor(patient, healthy, margin);
    return new Examination(
        doctor.compare(given),
        healthy.baseline().series().size(),
        Faults.all().stream().map(doctor::inject).toList());
  }

  private Mutant inject(Fault fault) {
    return switch (fault) {
      case Fault.Slower slower -> inject(slower);
      case Fault.Broken broken -> inject(broken);
    };
  }

  private Mutant inject(Fault.Slower fault) {
    var right = right(fault.factor());
    var comparison = compare(healthy.slower(fault.factor()));
    var plain =
        comparison.judgements().stream()
            .map(Judgement::identity)
            .filter(each -> noise.isPlain(each, fault.factor(), margin))
            .collect(Collectors.toSet());
    var isRight =
        comparison.judgements().stream()
            .allMatch(each ->
                each.verdict() == right
                    || (each.verdict() == Verdict.INCONCLUSIVE
                        && !plain.contains(each.identity())));
    var isUnproven = right != Verdict.PASS && plain.isEmpty();
    return new Mutant(fault, demand(right, plain.size()), comparison.counts(), isRight, isUnproven);
  }

  private Verdict right(double factor) {
    if (Math.abs(Math.log(factor)) <= Math.log1p(margin.fraction())) {
      return Verdict.PASS;
    }
    return factor > 1 ? Verdict.REGRESSED : Verdict.IMPROVED;
  }

  private String demand(Verdict right, int plain) {
    if (plain == healthy.baseline().series().size()) {
      return right.words();
    }
    var either = right.words() + " or inconclusive";
    return plain == 0 ? either : either + ", " + plain + " plain";
  }

  private Mutant inject(Fault.Broken fault) {
    var comparison = compare(fault.change().apply(healthy));
    var verdicts =
        comparison.judgements().stream()
            .filter(each -> each.identity().equals(healthy.victim()))
            .map(Judgement::verdict)
            .collect(Collectors.toSet());
    var isRight =
        !verdicts.isEmpty() && fault.right().containsAll(verdicts) && comparison.exitCode() != 0;
    return new Mutant(fault, words(fault.right()), words(verdicts), isRight, false);
  }

  private static String words(Set<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::words).sorted().collect(Collectors.joining(" or "));
  }

  private Comparison compare(Sides sides) {
    return patient.compare(sides.baseline(), sides.candidate());
  }
}
