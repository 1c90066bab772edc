package dev.millrace.reports.chart;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Line;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Point;
import dev.millrace.reports.study.Quantity;
import dev.millrace.reports.text.DisplayUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The numbers of one chart, in the unit they are shown in. Drawing and CSV both come from here.
public record Plot(
    Panel panel, Quantity quantity, DisplayUnit unit, List<Curve> curves, List<Ideal> ideal) {
  private static final int IDEAL_STEPS = 48;

  public Plot {
    curves = List.copyOf(curves);
    ideal = List.copyOf(ideal);
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

  /// The plot of a quantity of a panel.
  public static Plot of(Panel panel, Quantity quantity) {
    var greatest =
        panel.points().flatMapToDouble(point -> values(point, quantity)).max().orElse(Double.NaN);
    var unit = DisplayUnit.of(panel.unit(quantity), greatest);
    var curves = new ArrayList<Curve>();
    for (var line : panel.lines()) {
      curves.add(new Curve(line.name(), panel.isLevel(line), spots(line, quantity, unit)));
    }
    curves.removeIf(curve -> curve.spots().isEmpty());
    return new Plot(panel, quantity, unit, curves, ideal(panel, quantity, curves));
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

  private static DoubleStream values(Point point, Quantity quantity) {
    var summary = point.summary(quantity);
    var mean = summary == null ? DoubleStream.empty() : DoubleStream.of(summary.mean());
    return DoubleStream.concat(mean, DoubleStream.of(point.forkMeans(quantity)))
        .filter(Double::isFinite);
  }

  private static List<Spot> spots(Line line, Quantity quantity, DisplayUnit unit) {
    var spots = new ArrayList<Spot>();
    for (var point : line.points()) {
      var summary = point.summary(quantity);
      if (summary != null && Double.isFinite(summary.mean())) {
        var shown = summary.times(unit.factor());
        var forks =
            DoubleStream.of(point.forkMeans(quantity))
                .filter(Double::isFinite)
                .map(value -> value * unit.factor())
                .boxed()
                .toList();
        spots.add(new Spot(point.position(), shown.mean(), shown.interval(), forks));
      }
    }
    return spots;
  }

  private static List<Ideal> ideal(Panel panel, Quantity quantity, List<Curve> curves) {
    var axis = panel.axis();
    var base = base(panel, quantity, curves);
    if (axis == null || base.isEmpty() || isUnknown(axis, quantity)) {
      return List.of();
    }
    var points = new ArrayList<Ideal>();
    var series = panel.points().findFirst().orElseThrow().series();
    for (var step = 0; step <= IDEAL_STEPS; step++) {
      var position = Math.pow(panel.lastPosition(), (double) step / IDEAL_STEPS);
      var speedUp = axis.ideal(series, position);
      if (speedUp != null) {
        points.add(new Ideal(position, ideal(panel, quantity, base.getAsDouble(), speedUp)));
      }
    }
    return points;
  }

  /// CPU time per operation is known to have an ideal (no added work) only for fixed operations.
  private static boolean isUnknown(Axis axis, Quantity quantity) {
    return quantity == Quantity.CPU && !(axis instanceof Axis.Parallelism);
  }

  private static double ideal(Panel panel, Quantity quantity, double base, double speedUp) {
    return switch (quantity) {
      case CPU -> base;
      case SCORE -> quantity.higherIsBetter(panel.mode()) ? base * speedUp : base / speedUp;
    };
  }

  private static OptionalDouble base(Panel panel, Quantity quantity, List<Curve> curves) {
    var atOne =
        curves.stream()
            .filter(curve -> !curve.level())
            .flatMap(curve -> curve.spots().stream())
            .filter(spot -> spot.position() == 1)
            .mapToDouble(Spot::mean);
    return quantity.higherIsBetter(panel.mode()) ? atOne.max() : atOne.min();
  }
}
