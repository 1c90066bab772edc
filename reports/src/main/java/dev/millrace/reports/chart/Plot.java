package dev.millrace.reports.chart;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.study.Line;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Plotted;
import dev.millrace.reports.study.Point;
import dev.millrace.reports.study.Reading;
import dev.millrace.reports.text.DisplayUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The numbers of one chart, in the unit they are shown in. Drawing and CSV both come from here.
public record Plot(
    Panel panel,
    Plotted quantity,
    DisplayUnit unit,
    List<Curve> curves,
    List<Ideal> ideal,
    List<Law> laws) {
  private static final int IDEAL_STEPS = 48;

  public Plot {
    curves = List.copyOf(curves);
    ideal = List.copyOf(ideal);
    laws = List.copyOf(laws);
  }

  /// One line of the chart; a level is a line of one point that is drawn across.
  public record Curve(String name, boolean level, List<Spot> spots) {
    public Curve {
      spots = List.copyOf(spots);
    }
  }

  /// The mean at a position, its interval if there is one, and every fork. Non-finite forks are
  /// left out, and so is a spot without a finite mean.
  public record Spot(
      double position, double mean, @Nullable Interval interval, List<Double> forks) {
    public Spot {
      forks = List.copyOf(forks);
    }
  }

  /// A point of the ideal line.
  public record Ideal(double position, double value) {}

  /// A law through a curve, with its interval at every position where there is one.
  record Law(String name, List<LawPoint> points) {
    Law {
      points = List.copyOf(points);
    }
  }

  /// A point of a law.
  record LawPoint(double position, double value, @Nullable Interval interval) {}

  /// The plot of a quantity of a panel.
  public static Plot of(Panel panel, Plotted quantity) {
    var readings = new IdentityHashMap<Point, Reading>();
    for (var line : panel.lines()) {
      for (var point : line.points()) {
        var reading = quantity.at(panel, line, point);
        if (reading != null) {
          readings.put(point, reading);
        }
      }
    }
    var greatest = readings.values().stream().flatMapToDouble(Plot::numbers).max();
    var unit = DisplayUnit.of(quantity.unit(panel), greatest.orElse(Double.NaN));
    var curves = new ArrayList<Curve>();
    for (var line : panel.lines()) {
      curves.add(new Curve(line.name(), panel.isLevel(line), spots(readings, line, unit)));
    }
    curves.removeIf(curve -> curve.spots().isEmpty());
    return new Plot(panel, quantity, unit, curves, ideal(panel, quantity, unit), List.of());
  }

  /// Every spot of every curve.
  public Stream<Spot> spots() {
    return curves.stream().flatMap(curve -> curve.spots().stream());
  }

  /// The greatest mean or fork; 1 when there is none above zero.
  public double greatest() {
    return spots()
        .flatMap(spot -> Stream.concat(Stream.of(spot.mean()), spot.forks().stream()))
        .mapToDouble(Double::doubleValue)
        .filter(value -> value > 0)
        .max()
        .orElse(1);
  }

  /// The least mean or fork above zero; 1 when there is none.
  public double least() {
    return spots()
        .flatMap(spot -> Stream.concat(Stream.of(spot.mean()), spot.forks().stream()))
        .mapToDouble(Double::doubleValue)
        .filter(value -> value > 0)
        .min()
        .orElse(1);
  }

  /// The plotted quantity with its unit, as an axis label.
  public String label() {
    return quantity.words(panel.mode()) + ", " + unit.label();
  }

  /// The plot with laws through some of its curves.
  Plot with(List<Law> drawn) {
    return new Plot(panel, quantity, unit, curves, ideal, drawn);
  }

  /// Whether a law goes through a curve.
  boolean hasLaw(Curve curve) {
    return laws.stream().anyMatch(law -> law.name().equals(curve.name()));
  }

  private static DoubleStream numbers(Reading reading) {
    return DoubleStream.concat(
            DoubleStream.of(reading.value()),
            reading.forks().stream().mapToDouble(Double::doubleValue))
        .filter(Double::isFinite);
  }

  private static List<Spot> spots(Map<Point, Reading> readings, Line line, DisplayUnit unit) {
    var spots = new ArrayList<Spot>();
    for (var point : line.points()) {
      var reading = readings.get(point);
      if (reading != null && Double.isFinite(reading.value())) {
        var shown = reading.times(unit.factor());
        spots.add(new Spot(point.position(), shown.value(), shown.interval(), shown.forks()));
      }
    }
    return spots;
  }

  private static List<Ideal> ideal(Panel panel, Plotted quantity, DisplayUnit unit) {
    var values = panel.axis() == null ? null : quantity.ideal(panel);
    if (values == null) {
      return List.of();
    }
    var points = new ArrayList<Ideal>();
    for (var step = 0; step <= IDEAL_STEPS; step++) {
      var position = Math.pow(panel.lastPosition(), (double) step / IDEAL_STEPS);
      points.add(new Ideal(position, values.applyAsDouble(position) * unit.factor()));
    }
    return points;
  }
}
