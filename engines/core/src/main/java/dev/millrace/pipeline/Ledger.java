package dev.millrace.pipeline;

import dev.millrace.engine.ItemError;
import dev.millrace.engine.ItemException;
import dev.millrace.engine.OnError;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.function.EvaluationException;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is noted while a stream is drained: the errors of items, each with its place among the
/// items that came out, and what became of the items that did not. Used by one thread at a time.
public final class Ledger {
  private final OnError policy;
  private final Runnable checkpoint;
  private final List<Note> notes = new ArrayList<>();
  private int emitted;
  private long added;
  private long filtered;
  private long merged;

  /// An empty ledger.
  ///
  /// @param policy what happens to an item that has an error
  /// @param checkpoint called every now and then as items are read; it throws to end the run
  public Ledger(OnError policy, Runnable checkpoint) {
    this.policy = policy;
    this.checkpoint = checkpoint;
  }

  /// An error and how many items had come out before it.
  ///
  /// @param at the count of items before
  /// @param error the error
  public record Note(int at, ItemError error) {}

  /// Decides by the policy what stands in place of an expression that has no value: null, or
  /// nothing when the item is dropped. Notes the error.
  ///
  /// @param item the item
  /// @param path the expression's place in the plan
  /// @param whole the expression
  /// @param failure what went wrong inside it
  /// @throws ItemException if the policy is to fail
  public @Nullable Value instead(
      Item item, String path, Expression whole, EvaluationException failure) {
    var error = ItemError.of(item, path, whole, failure);
    return switch (policy) {
      case FAIL -> throw new ItemException(error);
      case NULL -> {
        note(error);
        yield Null.NULL;
      }
      case DROP -> {
        note(error);
        yield null;
      }
    };
  }

  /// Notes an error that happened before the next item comes out.
  public void note(ItemError error) {
    notes.add(new Note(emitted, error));
  }

  /// Notes that some items came out at the end of the stream.
  void emitted(int items) {
    emitted += items;
  }

  /// Notes that one item became `made` items.
  public void exploded(int made) {
    if (made == 0) {
      filtered++;
    } else {
      added += made - 1;
    }
  }

  /// Notes that items came in from elsewhere.
  public void added(long items) {
    added += items;
  }

  /// Notes that items were left out.
  public void filtered(long items) {
    filtered += items;
  }

  /// Notes that items became part of another.
  public void merged(long items) {
    merged += items;
  }

  /// Takes over the notes and counts of a part, as if they were made here and now.
  void takeOver(Part part) {
    part.notes().forEach(note -> note(note.error()));
    absorb(part.tally());
  }

  /// Takes over the counts of a part that is read again.
  public void absorb(Tally tally) {
    added += tally.added();
    filtered += tally.filtered();
    merged += tally.merged();
  }

  /// Ends the stream early if the run is to stop.
  ///
  /// @throws java.util.concurrent.CancellationException if it is
  void checkpoint() {
    checkpoint.run();
  }

  /// The errors noted so far.
  List<Note> notes() {
    return List.copyOf(notes);
  }

  /// The counts so far.
  Tally tally() {
    return new Tally(added, filtered, merged);
  }

  /// Forgets what was noted: the next item is the first again.
  void clear() {
    notes.clear();
    emitted = 0;
    added = 0;
    filtered = 0;
    merged = 0;
  }
}
