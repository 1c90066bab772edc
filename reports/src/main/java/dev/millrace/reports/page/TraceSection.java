package dev.millrace.reports.page;

import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import dev.millrace.reports.trace.Gain;
import dev.millrace.reports.trace.Projection;
import dev.millrace.reports.trace.Projection.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Traced runs: work, span and the bounds they set, the projection with its error, where workers
/// were idle, and what faster actions would save.
final class TraceSection implements Section {
  private static final int MOST_GAINS = 3;
  private static final List<Integer> TOLD = List.of(8, 32, 128);

  @Override
  public String id() {
    return "traces";
  }

  @Override
  public String title() {
    return "One run, unit by unit";
  }

  @Override
  public List<Html> body(Content content) {
    var parts = new ArrayList<Html>();
    for (var traced : content.traces()) {
      var number = content.traces().indexOf(traced) + 1;
      parts.add(Html.of("h3", traced.title()).with("id", "trace-" + number));
      var words = words(traced);
      words.forEach(each -> parts.add(Html.of("p", each)));
      parts.add(Html.of("div", figures(traced, words)).with("class", "charts"));
      parts.add(
          Html.of(
                  "p",
                  Html.link(traced.address(), "the trace"),
                  new Html.Text(", which Perfetto and chrome://tracing open"))
              .with("class", "faint"));
    }
    return parts;
  }

  /// Each figure with the sentences that it shows.
  private static List<Html.Element> figures(Traced traced, List<String> words) {
    return IntStream.range(0, traced.figures().size())
        .mapToObj(each -> FigureView.of(traced.figures().get(each), words.get(each), null))
        .toList();
  }

  /// What is to be said of a trace, figure by figure.
  private static List<String> words(Traced traced) {
    var words = new ArrayList<String>();
    words.add(workAndSpan(traced) + " " + projected(traced.projection()));
    words.add(idle(traced));
    if (!traced.gains().isEmpty()) {
      words.add(gains(traced));
    }
    return words;
  }

  private static String workAndSpan(Traced traced) {
    var projection = traced.projection();
    var handOff = traced.trace().description().handOffNs();
    var cost = handOff == null ? "whose cost was not measured" : time(handOff) + " each";
    return traced.trace().units().size()
        + " units, work T1 = "
        + time(projection.work())
        + ", longest chain T∞ = "
        + time(projection.span())
        + " ("
        + time(projection.burdenedSpan())
        + " with hand-overs, "
        + cost
        + "): no machine keeps more than "
        + Decimal.significant(projection.parallelism(), 3)
        + " workers busy.";
  }

  private static String projected(Projection projection) {
    var points =
        projection.points().stream()
            .filter(point -> TOLD.contains(point.cores()))
            .map(point ->
                times(projection.baseline() / point.together())
                    + " on "
                    + point.cores()
                    + " cores ("
                    + times(projection.baseline() / point.oneByOne())
                    + " if units are handed over one at a time)")
            .collect(Collectors.joining(", "));
    return "Projection over one worker: " + points + ". " + errors(projection);
  }

  private static String errors(Projection projection) {
    var errors =
        projection.checks().stream()
            .filter(check -> check.onCores() && !check.traced())
            .map(check -> error(check) + " at " + check.cores())
            .collect(Collectors.joining(", "));
    var own =
        projection.checks().stream()
            .filter(Check::traced)
            .map(TraceSection::error)
            .collect(Collectors.joining());
    var measured = errors.isEmpty() ? "" : ", off the median of untraced runs by " + errors;
    return "Replayed on as many cores as it had, it is off by " + own + measured + ".";
  }

  private static String error(Check check) {
    return Decimal.change(1 + check.error());
  }

  private static String idle(Traced traced) {
    var held = (double) traced.trace().length() * traced.trace().description().parallelism();
    var shares =
        traced.idle().during().stream()
            .limit(MOST_GAINS)
            .map(share ->
                Decimal.percent(share.time() / traced.idle().total()) + " during " + share.where())
            .collect(Collectors.joining(", "));
    return "Workers had no unit for "
        + Decimal.percent(traced.idle().total() / held)
        + " of their time: "
        + shares
        + ".";
  }

  private static String gains(Traced traced) {
    var degree = traced.trace().description().parallelism();
    return traced.gains().stream()
        .limit(MOST_GAINS)
        .map(gain ->
            gain.action()
                + " saves "
                + Decimal.percent(gain.saved())
                + " at "
                + degree
                + " and "
                + Decimal.percent(gain.savedAtMore())
                + " at "
                + Gain.MORE
                + " cores")
        .collect(Collectors.joining("; ", "If one action were twice as fast (projection): ", "."));
  }

  private static String times(double ratio) {
    return Decimal.significant(ratio, 3) + "×";
  }

  private static String time(double nanoseconds) {
    var unit = DisplayUnit.of("ns/op", nanoseconds);
    var label = unit.label().replace("/op", "");
    return Decimal.significant(nanoseconds * unit.factor(), 3) + " " + label;
  }
}
