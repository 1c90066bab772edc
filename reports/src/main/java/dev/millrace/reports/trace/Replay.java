package dev.millrace.reports.trace;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Runs the units of a trace again, on paper, on any number of cores: a greedy list scheduler,
/// which leaves no worker idle while a unit is ready. Of several that are ready it takes the one
/// that began first in the trace.
///
/// A worker spends the measured cost of handing over on every unit that waited for another. By
/// Graham (1966) such a run takes at most work / workers + span, both with these costs.
public final class Replay {
  private final Dag dag;
  private final int[] rank;
  private final double handOff;
  private final HandOver handOver;

  /// Whether several units may be handed over at a time.
  public enum HandOver {
    /// Any number: an engine whose workers never meet.
    TOGETHER,
    /// One: an engine whose workers find their next unit under one lock.
    ONE_BY_ONE
  }

  /// Replays of a trace.
  public Replay(Trace trace, HandOver handOver) {
    this(trace.dag(), trace.byStart(), trace.handOff(), handOver);
  }

  Replay(Dag dag, int[] first, double handOff, HandOver handOver) {
    this.dag = dag;
    this.rank = new int[first.length];
    for (var place = 0; place < first.length; place++) {
      rank[first[place]] = place;
    }
    this.handOff = handOff;
    this.handOver = handOver;
  }

  /// How long the run takes on that many cores, with a worker on each, in nanoseconds.
  ///
  /// @param durations of each unit
  public double wall(double[] durations, int cores) {
    return new Run(durations, cores).wall();
  }

  /// The end of a unit that runs.
  private record End(double time, int unit) {}

  /// One run: what is ready, what runs, and who is free.
  private final class Run {
    private final double[] durations;
    private final int[] waits = dag.waits();
    private final PriorityQueue<Integer> ready =
        new PriorityQueue<>(Comparator.comparingInt(unit -> rank[unit]));
    private final PriorityQueue<End> running =
        new PriorityQueue<>(Comparator.comparingDouble(End::time).thenComparingInt(End::unit));
    private int free;
    private double locked;

    Run(double[] durations, int cores) {
      this.durations = durations;
      this.free = cores;
      IntStream.range(0, dag.size()).filter(dag::isFirst).forEach(ready::add);
    }

    double wall() {
      var now = 0.0;
      start(now);
      while (!running.isEmpty()) {
        now = running.element().time();
        while (!running.isEmpty() && running.element().time() == now) {
          end(running.remove().unit());
        }
        start(now);
      }
      return now;
    }

    private void end(int unit) {
      free++;
      for (var each : dag.before(unit)) {
        if (--waits[each] == 0) {
          ready.add(each);
        }
      }
    }

    private void start(double now) {
      while (free > 0 && !ready.isEmpty()) {
        var unit = ready.remove();
        free--;
        running.add(new End(handedOver(unit, now) + durations[unit], unit));
      }
    }

    private double handedOver(int unit, double now) {
      if (dag.isFirst(unit)) {
        return now;
      }
      if (handOver == HandOver.TOGETHER) {
        return now + handOff;
      }
      locked = Math.max(now, locked) + handOff;
      return locked;
    }
  }
}
