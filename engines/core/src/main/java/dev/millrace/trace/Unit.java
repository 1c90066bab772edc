package dev.millrace.trace;

import dev.millrace.action.OrderedAction;
import dev.millrace.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One unit of work of one run.
///
/// It is made by the thread that plans it, begun and ended by the thread that does it, and read
/// when the run has returned: the engine's own order makes what one wrote visible to the next.
/// Beginning and ending cost a reading of the clock each, and plain writes.
public final class Unit {
  /// What kind of unit it is.
  public enum Kind {
    /// One chunk through a segment.
    SEGMENT,
    /// One part through an action that needs the items in order.
    ORDER,
    /// What an action does to several chunks at once.
    JOIN,
    /// What the engine itself does, while nothing else runs.
    ENGINE
  }

  /// How many items went in, where nobody counts them.
  public static final int UNCOUNTED = -1;

  private final int number;
  private final Kind kind;
  private final @Nullable Stretch stretch;
  private List<Unit> after;
  private String word = "";
  private int items = UNCOUNTED;
  private long begin;
  private long end;
  private long thread;
  private boolean isWaitedFor;

  private Unit(int number, Kind kind, @Nullable Stretch stretch, List<Unit> after) {
    this.number = number;
    this.kind = kind;
    this.stretch = stretch;
    this.after = after;
    for (Unit other : after) {
      other.isWaitedFor = true;
    }
  }

  /// A unit of one chunk.
  static Unit ofChunk(int number, Stretch stretch, int items, List<Unit> after) {
    var unit = new Unit(number, Kind.SEGMENT, stretch, after);
    unit.items = items;
    return unit;
  }

  /// A unit that follows from chunks.
  static Unit ofSeam(int number, Stretch stretch, List<Unit> after) {
    Step seam = stretch.seam();
    boolean isOrdered = seam != null && seam.action() instanceof OrderedAction;
    Kind kind = isOrdered ? Kind.ORDER : Kind.JOIN;
    return new Unit(number, kind, stretch, after);
  }

  /// A unit of the engine itself.
  static Unit ofEngine(int number, String word, List<Unit> after) {
    var unit = new Unit(number, Kind.ENGINE, null, after);
    unit.word = word;
    return unit;
  }

  /// Notes that the calling thread begins it.
  public void begin() {
    thread = Thread.currentThread().threadId();
    begin = System.nanoTime();
  }

  /// Notes that it has ended.
  public void end() {
    end = System.nanoTime();
  }

  /// Notes that it waits for another unit too.
  void waitsFor(Unit other) {
    if (!after.contains(other)) {
      var more = new ArrayList<>(after);
      more.add(other);
      after = more;
      other.isWaitedFor = true;
    }
  }

  /// Whether it was done; what was planned and then not needed was not.
  boolean hasEnded() {
    return end != 0;
  }

  /// Whether another unit waits for it.
  boolean isWaitedFor() {
    return isWaitedFor;
  }

  /// Its number, in the order in which units were planned.
  public int number() {
    return number;
  }

  /// What kind of unit it is.
  public Kind kind() {
    return kind;
  }

  /// The steps that it does, or some of what they do; null for a unit of the engine.
  public @Nullable Stretch stretch() {
    return stretch;
  }

  /// What it does, in a few words.
  public String name() {
    if (stretch == null) {
      return word;
    }
    return kind == Kind.SEGMENT ? stretch.ofChunk() : stretch.ofSeam();
  }

  /// How many items went in, [#UNCOUNTED] where nobody counts them.
  public int items() {
    return items;
  }

  /// The units that it waited for.
  public List<Unit> after() {
    return after;
  }

  /// When it began, in nanoseconds of `System.nanoTime`.
  public long beginNanos() {
    return begin;
  }

  /// When it ended, in nanoseconds of `System.nanoTime`.
  public long endNanos() {
    return end;
  }

  /// The number of the thread that did it.
  long thread() {
    return thread;
  }
}
