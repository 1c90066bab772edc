package dev.millrace.reports.page;

import dev.millrace.reports.results.Mode;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Point;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.study.Row;
import dev.millrace.reports.study.Standing;
import dev.millrace.reports.study.Standing.Contender;
import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Says in words who wins a panel, by how much, and how sure that is.
final class Sentence {
  private final Panel panel;

  private Sentence(Panel panel) {
    this.panel = panel;
  }

  /// The sentence of a panel, without its title.
  static String of(Panel panel) {
    var standing = Standing.of(panel);
    return standing == null
        ? "no benchmark has a score that can be compared."
        : new Sentence(panel).words(standing);
  }

  /// What the machine itself makes of more threads, each position over the first.
  static String ofControl(Panel panel) {
    var parts = new ArrayList<String>();
    for (var row : Row.of(panel)) {
      var speedUp = row.speedUp();
      if (speedUp != null && row.position() != 1) {
        parts.add(row.line() + place(panel.axis(), row.position()) + " " + Decimal.ratio(speedUp));
      }
    }
    return parts.isEmpty()
        ? "It was measured at one parallelism only."
        : "Speed over one thread: " + String.join(", ", parts) + ".";
  }

  private String words(Standing standing) {
    return lead(standing) + reference(standing) + runnerUp(standing) + ".";
  }

  private String lead(Standing standing) {
    var winner = standing.winner();
    return named(winner) + score(winner.point());
  }

  private String score(Point point) {
    var summary = point.summary(Quantity.SCORE);
    if (summary == null) {
      return "";
    }
    return " " + verb() + measured(summary, panel.unit(Quantity.SCORE));
  }

  private String verb() {
    return switch (panel.mode()) {
      case THROUGHPUT -> "does ";
      case AVERAGE_TIME, SAMPLE_TIME, SINGLE_SHOT -> "takes ";
    };
  }

  /// A mean with unit and interval, as `41.2 ms [40.1, 42.3]`.
  static String measured(Summary summary, String unit) {
    var shown = DisplayUnit.of(unit, Math.abs(summary.mean()));
    var scaled = summary.times(shown.factor());
    var label = shown.label().replace("/op", "");
    var interval = scaled.interval();
    var value = Decimal.mean(scaled.mean(), interval, 3) + " " + label;
    return interval == null ? value : value + " " + Decimal.interval(interval);
  }

  private String reference(Standing standing) {
    var ratio = standing.overReference();
    var reference = standing.reference();
    if (reference == null) {
      return "";
    }
    if (ratio == null) {
      return "; nothing else is faster than this reference";
    }
    return isNoise(ratio)
        ? ", not told apart from " + reference.line() + " (" + Decimal.ratio(ratio) + ")"
        : ", " + Decimal.ratio(ratio) + " as fast as " + reference.line() + single(ratio);
  }

  private String runnerUp(Standing standing) {
    var second = standing.runnerUp();
    var ratio = standing.lead();
    if (second == null || ratio == null) {
      return standing.reference() == null ? "; " + alone() : "";
    }
    var start = "; the runner-up, " + named(second) + ", ";
    var shown = panel.mode().higherIsBetter() ? ratio.inverse() : ratio;
    var amount = Decimal.ratio(shown) + (panel.mode().higherIsBetter() ? " as much" : " the time");
    return isNoise(ratio)
        ? start + "is within noise (" + amount + ")"
        : start + verb() + amount + single(ratio);
  }

  private String alone() {
    return panel.lines().size() == 1
        ? "nothing else was measured here"
        : "nothing else has a score that can be compared with it";
  }

  private static String single(Ratio ratio) {
    return ratio.interval() == null ? " (too few forks for an interval)" : "";
  }

  private static boolean isNoise(Ratio ratio) {
    var interval = ratio.interval();
    return interval != null && interval.contains(1);
  }

  private String named(Contender contender) {
    return contender.line() + place(panel.axis(), contender.point().position());
  }

  private static String place(@Nullable Axis axis, double position) {
    var at = Decimal.plain(position);
    return switch (axis) {
      case null -> "";
      case Axis.Parallelism _ -> " at " + at + (position == 1 ? " thread" : " threads");
      case Axis.JmhThreads _ -> " at " + at + (position == 1 ? " JMH thread" : " JMH threads");
      case Axis.Param(var name) -> " at " + name + " = " + at;
    };
  }

  /// Which direction is better, in words.
  static String direction(Mode mode) {
    return mode.higherIsBetter() ? "higher is better" : "lower is better";
  }
}
