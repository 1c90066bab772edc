package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Comparison;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Judgement;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.UnreadableInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final List<Trial> trials;
  private final Noise noise;

  private Doctor(Patient patient, Sides healthy, List<Measure> measures) {
    this.patient = patient;
    this.healthy = healthy;
    this.trials = Trial.of(healthy, measures);
    this.noise = new Noise(trials);
  }

  /// A gate: what it makes of a baseline and a candidate.
  @FunctionalInterface
  interface Patient {
    Comparison compare(ResultFile baseline, ResultFile candidate);
  }

  /// The examination of the gate on two files.
  ///
  /// @param times the margin of score and CPU time
  /// @throws UnreadableInputException when the files have no series in common to inject faults into
  public static Examination examine(ResultFile baseline, ResultFile candidate, Margin times) {
    var policy = Policy.of(times);
    return examine(
        (before, after) -> Gate.compare(before, after, policy),
        new Sides(baseline, candidate),
        policy.measures());
  }

  /// The examination of any gate that judges some measures.
  static Examination examine(Patient patient, Sides given, List<Measure> measures) {
    var healthy = given.withoutDifferences(measures);
    if (healthy.baseline().series().isEmpty()) {
      throw new UnreadableInputException(
          given.baseline().path()
              + " and "
              + given.candidate().path()
              + ": no series that both have once and with scores above zero, so there is nothing to"
              + " inject faults into; name two results of one suite");
    }
    var doctor = new Doctor(patient, healthy, measures);
    return new Examination(
        doctor.compare(given),
        doctor.trials.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.measure().name(), LinkedHashMap::new, Collectors.counting())),
        Faults.all().stream().map(doctor::inject).toList());
  }

  private Mutant inject(Fault fault) {
    return switch (fault) {
      case Fault.Slower slower -> inject(slower);
      case Fault.Broken broken -> inject(broken);
    };
  }

  private Mutant inject(Fault.Slower fault) {
    var comparison = compare(healthy.slower(fault.factor()));
    var verdicts =
        comparison.judgements().stream()
            .collect(Collectors.toMap(Judgement::subject, Judgement::verdict, (one, _) -> one));
    var plain = new ArrayList<Trial>();
    var isRight = true;
    for (var trial : trials) {
      var verdict = verdicts.get(trial.subject());
      var isPlain = noise.isPlain(trial, fault.factor());
      isRight &=
          verdict == trial.right(fault.factor()) || (verdict == Verdict.INCONCLUSIVE && !isPlain);
      if (isPlain) {
        plain.add(trial);
      }
    }
    var isUnproven =
        trials.stream().noneMatch(each -> each.right(fault.factor()) == Verdict.PASS)
            && comparison.count(Verdict.INCONCLUSIVE) == comparison.judgements().size();
    return new Mutant(
        fault, demand(fault.factor(), plain.size()), comparison.counts(), isRight, isUnproven);
  }

  /// What is demanded, as `20 regressed, of these 3 or inconclusive`.
  private String demand(double factor, int plain) {
    var rights =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.right(factor),
                    () -> new EnumMap<>(Verdict.class),
                    Collectors.counting()));
    var words =
        rights.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().words())
            .collect(Collectors.joining(", "));
    var hidden = trials.size() - plain;
    if (hidden == 0) {
      return words;
    }
    return words + (plain == 0 ? "" : ", of these " + hidden) + " or inconclusive";
  }

  private Mutant inject(Fault.Broken fault) {
    var comparison = compare(fault.change().apply(healthy));
    var verdicts =
        comparison.judgements().stream()
            .filter(each -> each.identity().equals(healthy.victim()))
            .filter(each -> each.metric().equals(Measure.WALL))
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
