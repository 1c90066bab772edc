package dev.millrace.reports.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines × the values of a numeric param, and the points where they meet.
///
/// The param is the panel's axis, where that is neither parallelism nor JMH's threads. Else it is
/// one that has panels of its own, such as `chunk`: there is a grid for each position on the axis
/// then, and all belong to the first of these panels.
///
/// @param title the title of the panel, but for the param
/// @param axis where the points stand on it; null where that is the param, or there is none
/// @param position on the axis; NaN where there is none
public record Grid(
    String title, String param, @Nullable Axis axis, double position, List<Cell> cells) {
  public Grid {
    cells = List.copyOf(cells);
  }

  /// A point, where its line meets a value of the param.
  public record Cell(String line, double value, Point point) {}

  /// The lines that have a point, in the order of the panel.
  public List<String> lines() {
    return cells.stream().map(Cell::line).distinct().toList();
  }

  /// The values of the param, ascending.
  public List<Double> values() {
    return cells.stream().map(Cell::value).distinct().sorted().toList();
  }

  /// The point of a line at a value of the param, or null.
  public @Nullable Point at(String line, double value) {
    return cells.stream()
        .filter(cell -> cell.line().equals(line) && cell.value() == value)
        .map(Cell::point)
        .findFirst()
        .orElse(null);
  }

  /// The grids that belong to a panel.
  ///
  /// @param family all panels of its benchmark class, mode and unit, the panel among them
  public static List<Grid> of(Panel panel, List<Panel> family) {
    if (panel.lines().size() < 2) {
      return List.of();
    }
    var ofPanels =
        fixed(panel).keySet().stream().flatMap(param -> ofPanels(panel, family, param).stream());
    return Stream.concat(ofAxis(panel), ofPanels).toList();
  }

  private static Stream<Grid> ofAxis(Panel panel) {
    return panel.axis() instanceof Axis.Param(var param) && panel.positions().length >= Axis.FEWEST
        ? Stream.of(new Grid(panel.title(), param, null, Double.NaN, cells(panel, Point::position)))
        : Stream.empty();
  }

  private static List<Grid> ofPanels(Panel panel, List<Panel> family, String param) {
    var alike =
        family.stream()
            .filter(each -> Objects.equals(each.axis(), panel.axis()))
            .filter(each -> value(each, param) != null)
            .filter(each -> differOnlyIn(param, panel, each))
            .toList();
    var values = alike.stream().map(each -> value(each, param)).distinct().count();
    if (values < Axis.FEWEST || !alike.getFirst().title().equals(panel.title())) {
      return List.of();
    }
    var byPosition = new TreeMap<Double, List<Cell>>();
    for (var each : alike) {
      var value = Objects.requireNonNull(value(each, param));
      for (var cell : cells(each, _ -> value)) {
        byPosition.computeIfAbsent(cell.point().position(), _ -> new ArrayList<>()).add(cell);
      }
    }
    var title = panel.title().replace(", " + param + " = " + fixed(panel).get(param), "");
    return byPosition.entrySet().stream()
        .map(each -> new Grid(title, param, panel.axis(), each.getKey(), each.getValue()))
        .toList();
  }

  private static List<Cell> cells(Panel panel, Function<Point, Double> value) {
    return panel.lines().stream()
        .flatMap(line -> line.points().stream().map(p -> new Cell(line.name(), value.apply(p), p)))
        .toList();
  }

  /// Whether two panels agree in all else that is the same throughout each of them.
  private static boolean differOnlyIn(String param, Panel one, Panel other) {
    var theirs = fixed(other);
    return fixed(one).entrySet().stream()
        .filter(
            each -> !each.getKey().equals(param) && !Arrangement.isAxis(each.getKey(), one.axis()))
        .allMatch(
            each -> theirs.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
  }

  /// What has the same value throughout a panel: params, the method, JMH's threads.
  private static SortedMap<String, String> fixed(Panel panel) {
    var fixed = new TreeMap<String, String>();
    panel.points().findFirst().ifPresent(first -> fixed.putAll(traits(first)));
    panel.points().forEach(point -> fixed.entrySet().retainAll(traits(point).entrySet()));
    return fixed;
  }

  private static SortedMap<String, String> traits(Point point) {
    var identity = point.series().identity();
    var traits = new TreeMap<>(identity.params());
    traits.put(Traits.METHOD, identity.method());
    traits.put(Traits.THREADS, String.valueOf(identity.threads()));
    return traits;
  }

  /// The number that a param is throughout a panel; null when it varies or is none.
  private static @Nullable Double value(Panel panel, String param) {
    return fixed(panel).containsKey(param)
        ? new Axis.Param(param).position(panel.points().findFirst().orElseThrow().series())
        : null;
  }
}
