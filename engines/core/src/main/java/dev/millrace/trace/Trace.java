package dev.millrace.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The units of one run. A run that is given one fills it; it is read when the run has returned.
///
/// Units are added by one thread at a time. Cost: an object for each unit.
public final class Trace {
  private final List<Unit> units = new ArrayList<>();
  private @Nullable Unit alone;

  /// A trace without units.
  public Trace() {}

  /// Plans a unit of one chunk.
  ///
  /// @param items how many items the chunk has
  /// @param after the units whose results it reads; if none, it follows from the last that was
  ///   alone
  public Unit chunk(Stretch stretch, int items, List<Unit> after) {
    return added(Unit.ofChunk(units.size(), stretch, items, orAlone(after)));
  }

  /// Plans a unit that follows from chunks.
  ///
  /// @param after the units whose results it reads
  public Unit seam(Stretch stretch, List<Unit> after) {
    return added(Unit.ofSeam(units.size(), stretch, after));
  }

  /// The engine itself begins to do something, on the calling thread, when all units have ended.
  ///
  /// @param name what, in a word
  public void enter(String name) {
    leave();
    enter(name, last());
  }

  /// The engine itself begins to do something, on the calling thread, when some units have ended
  /// and while no other is running.
  ///
  /// @param name what, in a word
  /// @param after the units; if none, it follows from the last that was alone
  public void enter(String name, List<Unit> after) {
    enter(Unit.ofEngine(units.size(), name, orAlone(after)));
  }

  /// The calling thread begins to do some steps, while nothing else is running.
  ///
  /// @param items how many items go in
  public void enter(Stretch stretch, int items) {
    leave();
    enter(Unit.ofChunk(units.size(), stretch, items, last()));
  }

  /// What was alone ends.
  public void leave() {
    leave(List.of());
  }

  /// What was alone ends; some units may now begin, and had to wait for that.
  public void leave(List<Unit> wave) {
    Unit left = alone;
    if (left != null && !left.hasEnded()) {
      left.end();
      wave.forEach(unit -> unit.waitsFor(left));
    }
  }

  /// The units that were done, in the order of their numbers.
  public List<Unit> units() {
    return units.stream().filter(Unit::hasEnded).toList();
  }

  /// The units that were done and that no other waits for.
  public List<Unit> last() {
    return units.stream().filter(unit -> unit.hasEnded() && !unit.isWaitedFor()).toList();
  }

  private List<Unit> orAlone(List<Unit> after) {
    Unit last = alone;
    return after.isEmpty() && last != null ? List.of(last) : after;
  }

  private void enter(Unit unit) {
    alone = added(unit);
    unit.begin();
  }

  private Unit added(Unit unit) {
    units.add(unit);
    return unit;
  }
}
