package dev.millrace.reports.inspect;

import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.statistics.Design;
import dev.millrace.reports.statistics.Fences;
import dev.millrace.reports.statistics.Oddity;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Inspections for a terminal: a few lines for each series, and a last one for all.
public final class InspectionText {
  private static final int DIGITS = 4;
  private static final int MOST_NAMED = 4;

  private final StringBuilder text = new StringBuilder();

  private InspectionText() {}

  /// The inspections as text, ending in a line break.
  public static String of(Inspections inspections) {
    var all = new InspectionText();
    inspections.series().forEach(each -> all.series(each, inspections.wish()));
    inspections.notes().forEach(note -> all.line("note: ", note));
    all.line(total(inspections));
    return all.text.toString();
  }

  private void line(String... words) {
    text.append(String.join("", words)).append('\n');
  }

  private void series(Inspection each, Advice.Wish wish) {
    var label = each.identity().label();
    line(each.metric().equals(Measure.WALL) ? label : each.metric() + " of " + label);
    mean(each);
    variances(each);
    var oddities = each.oddities().stream().map(one -> oddity(one, each)).toList();
    if (!oddities.isEmpty()) {
      line("  odd: ", String.join("; ", oddities));
    }
    if (!each.outliers().isEmpty()) {
      line("  outliers, named and kept: ", outliers(each.outliers()));
    }
    advice(each, wish);
    text.append('\n');
  }

  private void mean(Inspection each) {
    var summary = each.summary();
    var interval = summary.interval();
    var shape = each.shape();
    line(
        "  mean ",
        Decimal.significant(summary.mean(), DIGITS) + " " + each.unit(),
        interval == null
            ? ""
            : " ±" + share(interval.halfWidth() / Math.abs(summary.mean())) + " at 95 %",
        ", " + shape(shape));
    var honest = each.honest();
    var pilot = each.pilot();
    if (pilot != null) {
      line("  one fork: nothing is known of how forks differ; begin with ", shape(pilot));
    } else if (honest != null && !Double.isNaN(each.widening())) {
      line(
          "  at 99.9 %: ±" + Decimal.significant(honest.halfWidth(), DIGITS) + " over forks",
          ", where JMH says ±" + Decimal.significant(each.jmhError(), 3),
          ": " + Decimal.significant(each.widening(), 3) + " times as wide");
    }
  }

  private void variances(Inspection each) {
    var variances = each.variances();
    if (variances != null && variances.between() + variances.within() > 0) {
      line(
          "  deviation " + share(Math.sqrt(variances.between()) / Math.abs(variances.mean())),
          " between forks, ",
          share(Math.sqrt(variances.within()) / Math.abs(variances.mean())),
          " within; share of the variance between forks (ICC) ",
          Decimal.significant(variances.correlation(), 3));
    }
  }

  private static String oddity(Oddity oddity, Inspection each) {
    return switch (oddity) {
      case RISING, FALLING ->
          oddity.name().toLowerCase(Locale.ROOT)
              + ", "
              + Decimal.change(1 + each.rise())
              + " from first to last iteration of a fork: not settled";
      case AUTOCORRELATED -> "autocorrelated: iterations resemble their neighbours";
      case MULTIMODAL -> "multimodal: values crowd in more than one place";
    };
  }

  private static String outliers(List<Outlier> outliers) {
    var named =
        outliers.stream()
            .sorted((one, other) -> Boolean.compare(rank(other), rank(one)))
            .limit(MOST_NAMED)
            .map(InspectionText::outlier)
            .collect(Collectors.joining(", "));
    var more = outliers.size() - MOST_NAMED;
    return more > 0 ? named + ", and " + more + " more" : named;
  }

  private static boolean rank(Outlier outlier) {
    return outlier.isFork() || outlier.severity() == Fences.Severity.SEVERE;
  }

  private static String outlier(Outlier each) {
    return (each.isFork()
            ? "fork " + each.fork()
            : "iteration " + each.iteration() + " of fork " + each.fork())
        + " ("
        + Decimal.significant(each.value(), DIGITS)
        + (each.severity() == Fences.Severity.SEVERE ? ", far out)" : ")");
  }

  private void advice(Inspection each, Advice.Wish wish) {
    var advice = each.advice();
    if (advice == null) {
      return;
    }
    var target = advice.target();
    var isReached = target.halfWidth() <= wish.halfWidth();
    line(
        "  for ±" + share(wish.halfWidth()) + ": " + (isReached ? "" : "more than "),
        plan(target, advice),
        advice.isTimed() ? "" : ", if a warm-up is as long as the measuring",
        "; it was " + plan(advice.now(), advice));
    var affordable = advice.affordable();
    if (affordable != null) {
      line(
          "  in " + time(wish.budget()) + ": " + plan(affordable, advice),
          " give ±" + share(affordable.halfWidth()));
    }
  }

  private static String plan(Plan plan, Advice advice) {
    var shape = shape(plan.design());
    return advice.isTimed() ? shape + " (" + time(plan.cost()) + ")" : shape;
  }

  private static String total(Inspections inspections) {
    var words = new ArrayList<String>();
    var series = inspections.series();
    words.add(series.size() + " inspected");
    for (var oddity : Oddity.values()) {
      var odd = series.stream().filter(each -> each.oddities().contains(oddity)).count();
      if (odd > 0) {
        words.add(odd + " " + oddity.name().toLowerCase(Locale.ROOT));
      }
    }
    var outlying = series.stream().filter(each -> !each.outliers().isEmpty()).count();
    words.add(outlying + " with outliers");
    var widenings =
        series.stream()
            .mapToDouble(Inspection::widening)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (widenings.length > 0) {
      words.add(
          "intervals over forks are "
              + Decimal.significant(widenings[widenings.length / 2], 2)
              + " times as wide as JMH's in the median, "
              + Decimal.significant(Arrays.stream(widenings).max().orElse(0), 2)
              + " at most");
    }
    return String.join("; ", words);
  }

  private static String share(double fraction) {
    return Decimal.significant(fraction * 100, 2) + " %";
  }

  private static String shape(Design design) {
    return count(design.forks(), "fork") + " × " + count(design.iterations(), "iteration");
  }

  private static String count(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  private static String time(double seconds) {
    if (seconds < 120) {
      return Decimal.significant(seconds, 2) + " s";
    }
    return seconds < 7200
        ? Math.round(seconds / 60) + " min"
        : Decimal.significant(seconds / 3600, 2) + " h";
  }
}
