package dev.millrace.reports.trace;

import dev.millrace.reports.results.UnreadableInputException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Every unit of one run: when, where, and after which others. A unit is known by its place among
/// all, from 0; in the file numbers may be missing.
public final class Trace {
  private static final int MOST_WORKERS = 64;

  private final Path path;
  private final Description description;
  private final List<Unit> units;
  private final Dag dag;
  private final Map<Integer, Description.Segment> segments = new HashMap<>();

  /// A trace of units that wait only for each other, and whose segments are described.
  ///
  /// @throws Dag.CircleException when units wait for each other in a circle
  Trace(Path path, Description description, List<Unit> units) {
    this.path = path;
    this.description = description;
    this.units = List.copyOf(units);
    this.dag = Dag.of(units.stream().map(Unit::after).toList());
    description.segments().forEach(each -> segments.put(each.segment(), each));
  }

  /// Reads a trace file; one whose name ends in `.gz` is compressed.
  ///
  /// @throws UnreadableInputException naming file, place, cause and remedy
  public static Trace read(Path file) {
    return TraceReader.read(file);
  }

  /// The file that it was read from.
  public Path path() {
    return path;
  }

  /// What is known of the run besides its units.
  public Description description() {
    return description;
  }

  /// The units in the order in which they were planned.
  public List<Unit> units() {
    return units;
  }

  /// What waits for what.
  public Dag dag() {
    return dag;
  }

  /// What a unit is one of.
  public Description.Segment segment(Unit unit) {
    var segment = segments.get(unit.segment());
    if (segment == null) {
      throw new IllegalArgumentException("segment " + unit.segment() + " is not described");
    }
    return segment;
  }

  /// The workers, ascending: all that the run might have had, or, where these are more than
  /// [#MOST_WORKERS], those that had a unit.
  public List<Integer> workers() {
    var most = description.parallelism();
    return most <= MOST_WORKERS
        ? IntStream.range(0, most).boxed().toList()
        : units.stream().map(Unit::worker).distinct().sorted().toList();
  }

  /// The wall time, in nanoseconds; all units are within it.
  public long length() {
    return description.wallNs();
  }

  /// How long each unit took, in nanoseconds.
  public double[] durations() {
    return units.stream().mapToDouble(Unit::duration).toArray();
  }

  /// The cost of handing a unit over, in nanoseconds; 0 when it could not be measured.
  public double handOff() {
    var cost = description.handOffNs();
    return cost == null ? 0 : cost;
  }

  /// The units in the order in which they began.
  int[] byStart() {
    return byStart(units).toArray();
  }

  /// The numbers of units in the order in which they began; of two at a time the shorter first.
  static IntStream byStart(List<Unit> units) {
    return IntStream.range(0, units.size())
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer unit) -> units.get(unit).start())
                .thenComparingLong(unit -> units.get(unit).end())
                .thenComparingInt(Integer::intValue))
        .mapToInt(Integer::intValue);
  }
}
