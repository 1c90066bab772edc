package dev.millrace.reports.gate;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All judgements of a candidate against its baseline, the gravest first.
///
/// @param notes what could not be checked
public record Comparison(
    Path baseline, Path candidate, Margin margin, List<Judgement> judgements, List<String> notes) {
  public Comparison {
    judgements =
        judgements.stream()
            .sorted(
                Comparator.comparing(Judgement::verdict)
                    .thenComparing(each -> each.identity().benchmark())
                    .thenComparing(each -> each.identity().label()))
            .toList();
    notes = List.copyOf(notes);
  }

  /// The gravest verdict: regressed, not comparable, missing, inconclusive, then the good ones.
  public Verdict result() {
    var gravest = judgements.getFirst().verdict();
    return gravest.blocks() ? gravest : mildest();
  }

  private Verdict mildest() {
    return count(Verdict.IMPROVED) > 0 ? Verdict.IMPROVED : Verdict.PASS;
  }

  /// The exit code of the result.
  public int exitCode() {
    return result().exitCode();
  }

  /// How many series got a verdict.
  public long count(Verdict verdict) {
    return judgements.stream().filter(each -> each.verdict() == verdict).count();
  }

  /// The counts in words, as `1 regressed, 4 pass`.
  public String counts() {
    return Stream.of(Verdict.values())
        .filter(verdict -> count(verdict) > 0)
        .map(verdict -> count(verdict) + " " + verdict.words())
        .collect(Collectors.joining(", "));
  }
}
