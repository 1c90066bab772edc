package dev.millrace.reports.trend;

import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import java.util.List;
import java.util.stream.Collectors;

/// Says in a sentence what became of a series.
public final class TrendSentence {
  private TrendSentence() {}

  /// The sentence of a series: its latest change with the run it came with, then the others.
  public static String of(Trend trend, Course course) {
    var changes = trend.changes(course);
    if (changes.isEmpty()) {
      return "no change of level in " + runs(course.track().values().size());
    }
    var earlier =
        changes.subList(0, changes.size() - 1).reversed().stream()
            .map(change -> amount(change) + " with run " + (change.run() + 1))
            .collect(Collectors.joining(", "));
    var latest = of(trend.history().runs(), changes.getLast());
    return earlier.isEmpty() ? latest : latest + "; before that " + earlier;
  }

  /// One change, as `12 % slower since run 37 (nightly-37, commit 0123abc): 41.2 → 46.1 ms/op`.
  static String of(List<Run> runs, Change change) {
    var elsewhere = change.isElsewhere() ? "; machine or JVM changed there, too" : "";
    return amount(change)
        + " since run "
        + (change.run() + 1)
        + " ("
        + named(runs.get(change.run()))
        + "): "
        + levels(change)
        + elsewhere;
  }

  static String named(Run run) {
    return run.commit() == null ? run.name() : run.name() + ", commit " + run.shortCommit();
  }

  /// The size and direction, as `12 % slower`.
  static String amount(Change change) {
    var percent = Decimal.significant(Math.abs(change.ratio() - 1) * 100, 2) + " % ";
    var isRate = change.identity().mode().higherIsBetter();
    var isMore = change.ratio() > 1;
    return percent
        + (isRate ? isMore ? "more throughput" : "less throughput" : isMore ? "slower" : "faster");
  }

  /// Both levels with their unit, as `41.2 → 46.1 ms/op`.
  static String levels(Change change) {
    var unit = DisplayUnit.of(change.identity().unit(), Math.max(change.before(), change.after()));
    return Decimal.significant(change.before() * unit.factor(), 4)
        + " → "
        + Decimal.significant(change.after() * unit.factor(), 4)
        + " "
        + unit.label();
  }

  private static String runs(int count) {
    return count == 1 ? "1 run" : count + " runs";
  }
}
