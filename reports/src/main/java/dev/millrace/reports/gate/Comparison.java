package dev.millrace.reports.gate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All judgements of a candidate against its baseline, the gravest first.
///
/// @param gaps benchmarks without any series to judge
/// @param notes what could not be checked
public record Comparison(
    Path baseline,
    Path candidate,
    Policy policy,
    List<Judgement> judgements,
    List<Gap> gaps,
    List<String> notes) {
  public Comparison {
    judgements =
        judgements.stream()
            .sorted(
                Comparator.comparing(Judgement::verdict)
                    .thenComparing(each -> each.identity().benchmark())
                    .thenComparing(each -> each.identity().label())
                    .thenComparing(Judgement::metric))
            .toList();
    gaps = List.copyOf(gaps);
    notes = List.copyOf(notes);
  }

  /// A benchmark that has left no result on either side, as when it fails on both.
  public record Gap(String benchmark, Verdict verdict, String reason) {
    @Override
    public String toString() {
      return benchmark + ": " + verdict.words() + "; " + reason;
    }
  }

  /// All that is said beside the judgements: gaps first, then notes.
  public List<String> remarks() {
    return Stream.concat(gaps.stream().map(Gap::toString), notes.stream()).toList();
  }

  /// The gravest verdict that is not tolerated; if there is none, improved or pass.
  public Verdict result() {
    return Stream.concat(
            judgements.stream().map(Judgement::verdict), gaps.stream().map(Gap::verdict))
        .filter(policy::blocks)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> count(Verdict.IMPROVED) > 0 ? Verdict.IMPROVED : Verdict.PASS);
  }

  /// Whether a judgement keeps the gate shut.
  public boolean blocks(Judgement judgement) {
    return policy.blocks(judgement.verdict());
  }

  /// The exit code of the result.
  public int exitCode() {
    return result().exitCode();
  }

  /// How many judgements have a verdict.
  public long count(Verdict verdict) {
    return judgements.stream().filter(each -> each.verdict() == verdict).count();
  }

  /// The counts in words, as `1 regressed, 4 pass`.
  public String counts() {
    return counts(judgements);
  }

  /// The counts of some judgements in words.
  static String counts(Collection<Judgement> judgements) {
    var counts = new EnumMap<Verdict, Integer>(Verdict.class);
    judgements.forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().words())
        .collect(Collectors.joining(", "));
  }
}
