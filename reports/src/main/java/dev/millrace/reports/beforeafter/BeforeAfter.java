package dev.millrace.reports.beforeafter;

import dev.millrace.reports.gate.Comparison;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Judgement;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Ratio;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A result file against the first one, judged by the [Gate] as `gate` does; nothing is judged
/// anew.
///
/// @param before the tag of the first file
/// @param after the tag of the other
/// @param shifts the largest first
public record BeforeAfter(String before, String after, Comparison comparison, List<Shift> shifts) {
  public BeforeAfter {
    shifts = List.copyOf(shifts);
  }

  /// The first file against each of the others that has a series of it; none where none has.
  ///
  /// @param tags a name for each file
  public static List<BeforeAfter> of(List<ResultFile> files, List<String> tags, Margin margin) {
    if (files.isEmpty()) {
      return List.of();
    }
    var first = files.getFirst();
    var known = identities(first);
    return IntStream.range(1, files.size())
        .filter(i -> files.get(i).series().stream().map(Series::identity).anyMatch(known::contains))
        .mapToObj(i -> of(first, files.get(i), tags.getFirst(), tags.get(i), margin))
        .toList();
  }

  private static Set<Identity> identities(ResultFile file) {
    return file.series().stream().map(Series::identity).collect(Collectors.toSet());
  }

  private static BeforeAfter of(
      ResultFile first, ResultFile other, String before, String after, Margin margin) {
    var comparison = Gate.compare(named(first, before), named(other, after), Policy.of(margin));
    var shifts =
        comparison.judgements().stream()
            .map(judgement -> new Shift(judgement, ratio(judgement, first, other)))
            .sorted(Shift.LARGEST_FIRST)
            .toList();
    return new BeforeAfter(before, after, comparison, shifts);
  }

  /// The file as it is called, so that what is said of it does not depend on where it lies.
  private static ResultFile named(ResultFile file, String tag) {
    return new ResultFile(
        Path.of(tag), file.series(), file.environment(), file.failures(), List.of());
  }

  /// The ratio that was judged; that of the scores where machine or JVM differ.
  private static @Nullable Ratio ratio(Judgement judgement, ResultFile first, ResultFile other) {
    var evidence = judgement.evidence();
    if (evidence != null) {
      return evidence.finding().change();
    }
    var isScore = judgement.metric().equals(Measure.WALL);
    var before = isScore ? only(first, judgement.identity()) : null;
    var after = isScore ? only(other, judgement.identity()) : null;
    if (before == null || after == null) {
      return null;
    }
    var ratio = Ratio.of(after.primary().forkMeans(), before.primary().forkMeans());
    return ratio.value() > 0 && Double.isFinite(ratio.value()) ? ratio : null;
  }

  private static @Nullable Series only(ResultFile file, Identity identity) {
    var found =
        file.series().stream()
            .filter(series -> Objects.equals(series.identity(), identity))
            .limit(2)
            .toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  /// What the gate says of the score of each series, in words.
  public Map<Identity, String> verdicts() {
    return comparison.judgements().stream()
        .filter(judgement -> judgement.metric().equals(Measure.WALL))
        .collect(
            Collectors.toMap(
                Judgement::identity, judgement -> judgement.verdict().words(), (one, _) -> one));
  }

  /// The names of what is compared, in the order of the policy, where there is any ratio of it.
  public List<String> metrics() {
    return comparison.policy().measures().stream()
        .map(Measure::name)
        .filter(name -> !drawn(name).isEmpty())
        .toList();
  }

  /// The shifts of one metric that have a ratio, the largest first.
  public List<Shift> drawn(String metric) {
    return shifts.stream()
        .filter(shift -> shift.ratio() != null && shift.judgement().metric().equals(metric))
        .toList();
  }
}
