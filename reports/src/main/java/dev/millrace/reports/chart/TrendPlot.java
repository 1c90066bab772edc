package dev.millrace.reports.chart;

import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.text.DisplayUnit;
import dev.millrace.reports.trend.Change;
import dev.millrace.reports.trend.Course;
import dev.millrace.reports.trend.Run;
import dev.millrace.reports.trend.Track;
import dev.millrace.reports.trend.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// The numbers of the trend of one series, in the unit they are shown in; runs count from 1.
///
/// @param runs how many there are
/// @param changes those that begin the levels but the first
record TrendPlot(
    Course course,
    int runs,
    DisplayUnit unit,
    List<Spot> spots,
    List<Flat> levels,
    List<Change> changes) {
  private static final double ROOM_BELOW = 0.08;
  private static final double ROOM_ABOVE = 0.22;
  private static final double LEAST_SPAN = 0.04;

  /// What a run has measured.
  record Spot(int run, String name, double value) {}

  /// A level from one run to another.
  record Flat(int first, int last, double value) {}

  TrendPlot {
    spots = List.copyOf(spots);
    levels = List.copyOf(levels);
    changes = List.copyOf(changes);
  }

  static TrendPlot of(Trend trend, Course course) {
    var values = course.track().values();
    var greatest = values.stream().mapToDouble(Track.Value::score).max().orElse(Double.NaN);
    var unit = DisplayUnit.of(course.track().identity().unit(), greatest);
    List<Run> runs = trend.history().runs();
    var spots =
        values.stream()
            .map(each ->
                new Spot(each.run() + 1, runs.get(each.run()).name(), each.score() * unit.factor()))
            .toList();
    var levels =
        course.levels().stream()
            .map(level ->
                new Flat(
                    spots.get(level.from()).run(),
                    spots.get(level.to() - 1).run(),
                    Math.exp(level.mean()) * unit.factor()))
            .toList();
    return new TrendPlot(course, runs.size(), unit, spots, levels, trend.changes(course));
  }

  /// What is plotted, with its unit.
  String label() {
    return quantity() + ", " + unit.label();
  }

  private String quantity() {
    return Quantity.SCORE.words(course.track().identity().mode());
  }

  /// The lower end of the vertical axis.
  double low() {
    return least() - ROOM_BELOW * span();
  }

  /// The upper end, with room for the labels of changes.
  double high() {
    return Math.max(greatest(), least() + span())
        + (changes.isEmpty() ? ROOM_BELOW : ROOM_ABOVE) * span();
  }

  private double span() {
    return Math.max(greatest() - least(), LEAST_SPAN * greatest());
  }

  private double least() {
    return values().min().orElse(0);
  }

  private double greatest() {
    return values().max().orElse(1);
  }

  private DoubleStream values() {
    return spots.stream().mapToDouble(Spot::value);
  }

  /// Every number in the chart: each run's value, and its level.
  List<Datum> data() {
    var data = new ArrayList<Datum>();
    for (var level : levels) {
      spots.stream()
          .filter(spot -> level.first() <= spot.run() && spot.run() <= level.last())
          .forEach(spot -> {
            data.add(datum(spot, "value", spot.value()));
            data.add(datum(spot, "level", level.value()));
          });
    }
    return data;
  }

  private Datum datum(Spot spot, String what, double value) {
    return new Datum(
        course.track().identity().label(),
        quantity(),
        spot.name(),
        String.valueOf(spot.run()),
        what,
        "",
        value,
        unit.label());
  }
}
