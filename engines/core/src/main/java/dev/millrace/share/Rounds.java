package dev.millrace.share;

import dev.millrace.engine.Chunking;
import dev.millrace.feed.Rope;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Chunks;
import dev.millrace.pipeline.Cutter;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.StreamStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/// Times several ways of going through the same items, in turns, so that what the machine does
/// meanwhile falls on all of them.
final class Rounds {
  private static final int FEWEST = 6;
  private static final int MOST = 60;
  private static final long BUDGET_NANOS = Duration.ofSeconds(1).toNanos();

  private final List<Chunk> chunks = new ArrayList<>();
  private final List<Runnable> ways = new ArrayList<>();

  /// Rounds over some items.
  Rounds(Part items) {
    var rope = new Rope(items.pieces());
    new Chunks(
            rope.size(), (from, to) -> Part.of(rope.pieces(from, to)), Cutter.of(Chunking.DEFAULT))
        .forEachRemaining(chunks::add);
  }

  /// Adds a way: every chunk through a stage, to what takes it there.
  void add(StreamStage stage, ObjIntConsumer<Chunk> end) {
    addWhole(() -> {
      for (int i = 0; i < chunks.size(); i++) {
        end.accept(chunks.get(i).through(stage), i);
      }
    });
  }

  /// Adds a way that takes all items at once.
  void addWhole(Runnable way) {
    ways.add(way);
  }

  /// The median time of each way, in nanoseconds, over the later half of the rounds: the earlier
  /// one warms up.
  List<Double> medians() {
    List<List<Long>> times = ways.stream().<List<Long>>map(_ -> new ArrayList<>()).toList();
    long begun = System.nanoTime();
    for (int round = 0; round < FEWEST || goesOn(round, begun); round++) {
      for (int way = 0; way < ways.size(); way++) {
        long before = System.nanoTime();
        ways.get(way).run();
        times.get(way).add(System.nanoTime() - before);
      }
    }
    return times.stream().map(Rounds::median).toList();
  }

  private static boolean goesOn(int round, long begun) {
    return round < MOST && System.nanoTime() - begun < BUDGET_NANOS;
  }

  private static double median(List<Long> times) {
    List<Long> later = times.subList(times.size() / 2, times.size()).stream().sorted().toList();
    return (later.get((later.size() - 1) / 2) + later.get(later.size() / 2)) / 2.0;
  }
}
