package dev.millrace.reports.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// Draws graphs of units whose work and span are known by how they are made: units one after the
/// other and side by side, of whole nanoseconds. The units are numbered at random.
final class Graphs {
  private final SplittableRandom random;
  private final List<List<Integer>> after = new ArrayList<>();
  private final List<Integer> durations = new ArrayList<>();

  private Graphs(SplittableRandom random) {
    this.random = random;
  }

  /// A graph with its durations, its work and its span.
  record Known(Dag dag, List<Double> times, double work, double span) {
    double[] durations() {
      return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /// A part of a graph: its first units, its last ones, its work and its span.
  private record Part(List<Integer> first, List<Integer> last, double work, double span) {}

  static Known draw(SplittableRandom random, int depth) {
    var graphs = new Graphs(random);
    var whole = graphs.part(depth);
    var size = graphs.after.size();
    var numbers = graphs.shuffled(size);
    var after = new ArrayList<List<Integer>>();
    var durations = new double[size];
    for (var unit = 0; unit < size; unit++) {
      after.add(List.of());
    }
    for (var unit = 0; unit < size; unit++) {
      durations[numbers[unit]] = graphs.durations.get(unit);
      after.set(numbers[unit], graphs.after.get(unit).stream().map(each -> numbers[each]).toList());
    }
    return new Known(
        Dag.of(after), DoubleStream.of(durations).boxed().toList(), whole.work(), whole.span());
  }

  private Part part(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      var unit = after.size();
      var duration = random.nextInt(1_000);
      after.add(List.of());
      durations.add(duration);
      return new Part(List.of(unit), List.of(unit), duration, duration);
    }
    return random.nextBoolean() ? serial(depth) : parallel(depth);
  }

  private Part serial(int depth) {
    var one = part(depth - 1);
    var other = part(depth - 1);
    other.first().forEach(unit -> after.set(unit, one.last()));
    return new Part(
        one.first(), other.last(), one.work() + other.work(), one.span() + other.span());
  }

  private Part parallel(int depth) {
    var first = new ArrayList<Integer>();
    var last = new ArrayList<Integer>();
    var work = 0.0;
    var span = 0.0;
    for (var i = 0; i < 2 + random.nextInt(3); i++) {
      var each = part(depth - 1);
      first.addAll(each.first());
      last.addAll(each.last());
      work += each.work();
      span = Math.max(span, each.span());
    }
    return new Part(first, last, work, span);
  }

  private int[] shuffled(int size) {
    var numbers = new int[size];
    for (var i = 0; i < size; i++) {
      var other = random.nextInt(i + 1);
      numbers[i] = numbers[other];
      numbers[other] = i;
    }
    return numbers;
  }
}
