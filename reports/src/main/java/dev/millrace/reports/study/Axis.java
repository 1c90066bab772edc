package dev.millrace.reports.study;

import dev.millrace.reports.results.Series;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the horizontal axis of a scaling chart counts.
public sealed interface Axis {
  /// The name of the param that holds the engine's parallelism.
  String PARALLELISM = "parallelism";

  /// How many values of a param are worth an axis.
  int FEWEST = 3;

  /// What counts as a number from 0 up; `2D` and `0x10`, which Java reads as numbers, do not.
  Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  /// The name under which the axis is asked for and shown.
  String name();

  /// Where a series stands on this axis; null when the axis does not apply to it.
  @Nullable Double position(Series series);

  /// The speed-up that perfect scaling gives at a position; null when there is no such notion.
  ///
  /// It is what a score is divided by (time) or multiplied with (throughput).
  @Nullable Double ideal(Series series, double position);

  /// Threads inside one operation: the work of an operation is shared by them.
  record Parallelism() implements Axis {
    @Override
    public String name() {
      return PARALLELISM;
    }

    @Override
    public @Nullable Double position(Series series) {
      return numeric(series, PARALLELISM);
    }

    @Override
    public Double ideal(Series series, double position) {
      return position;
    }
  }

  /// JMH's own threads, each running operations of its own.
  ///
  /// JMH sums throughput over threads but averages time over them, so a perfect time is flat.
  record JmhThreads() implements Axis {
    @Override
    public String name() {
      return "threads";
    }

    @Override
    public Double position(Series series) {
      return (double) series.identity().threads();
    }

    @Override
    public Double ideal(Series series, double position) {
      return series.identity().mode().higherIsBetter() ? position : 1.0;
    }
  }

  /// Any other numeric param, such as a size.
  record Param(String name) implements Axis {
    @Override
    public @Nullable Double position(Series series) {
      return numeric(series, name);
    }

    @Override
    public @Nullable Double ideal(Series series, double position) {
      return null;
    }
  }

  /// The axis that was asked for.
  ///
  /// @throws IllegalArgumentException when no series has such a numeric param
  static Axis named(String name, Collection<Series> series) {
    var axis = ofName(name);
    if (series.stream().noneMatch(each -> axis.position(each) != null)) {
      throw new IllegalArgumentException(
          "--axis "
              + name
              + ": no benchmark has a numeric param of that name; there is "
              + Stream.concat(numericParams(series).stream(), Stream.of("threads"))
                  .collect(Collectors.joining(", ")));
    }
    return axis;
  }

  /// The axis of a set of series: `parallelism`, else JMH's threads where they vary, else the
  /// numeric param that has the most values, three at least, else null.
  static @Nullable Axis detect(Collection<Series> series) {
    if (applies(new Parallelism(), series)) {
      return new Parallelism();
    }
    return threadsVary(series) ? new JmhThreads() : widest(series);
  }

  private static @Nullable Axis widest(Collection<Series> series) {
    return numericParams(series).stream()
        .max(Comparator.comparingLong(name -> values(series, name)))
        .filter(name -> values(series, name) >= FEWEST)
        .map(Param::new)
        .orElse(null);
  }

  private static long values(Collection<Series> series, String param) {
    return series.stream()
        .map(each -> numeric(each, param))
        .filter(Objects::nonNull)
        .distinct()
        .count();
  }

  private static Axis ofName(String name) {
    return switch (name) {
      case PARALLELISM -> new Parallelism();
      case "threads" -> new JmhThreads();
      default -> new Param(name);
    };
  }

  private static boolean applies(Axis axis, Collection<Series> series) {
    return series.stream().anyMatch(each -> axis.position(each) != null);
  }

  private static boolean threadsVary(Collection<Series> series) {
    var counts =
        series.stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.identity().benchmark(), each.identity().params()),
                    Collectors.mapping(each -> each.identity().threads(), Collectors.toSet())));
    return counts.values().stream().anyMatch(threads -> threads.size() > 1);
  }

  private static SortedSet<String> numericParams(Collection<Series> series) {
    var names = new TreeSet<String>();
    for (var each : series) {
      each.identity().params().keySet().stream()
          .filter(name -> numeric(each, name) != null)
          .forEach(names::add);
    }
    return names;
  }

  private static @Nullable Double numeric(Series series, String param) {
    var text = series.identity().params().get(param);
    if (text == null || !NUMBER.matcher(text).matches()) {
      return null;
    }
    var number = Double.parseDouble(text);
    return Double.isFinite(number) ? (Double) number : null;
  }
}
