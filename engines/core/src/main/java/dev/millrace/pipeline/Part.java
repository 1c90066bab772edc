package dev.millrace.pipeline;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.pipeline.Ledger.Note;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A drained stream: its items, the errors noted among them, and the failure that ended it, if any.
///
/// A part can be opened again. It then notes its errors, and fails, at the very places where the
/// drained stream did, so that whoever stops pulling early sees only what was needed.
///
/// @param items the items, in order
/// @param notes the errors among them
/// @param failure what ended the stream, null when it came to its end
/// @param tally counts of items that did not come out
public record Part(List<Item> items, List<Note> notes, @Nullable Throwable failure, Tally tally)
    implements Gathered, Chunk {
  private static final int ITEMS_BETWEEN_CHECKS = 256;

  /// Drains a chunk. Whatever it throws becomes the part's failure.
  public static Part drain(Chunk chunk, Ledger ledger) {
    var items = new ArrayList<Item>();
    Throwable failure = null;
    try {
      ItemStream in = chunk.open(ledger);
      for (Item item = in.next(); item != null; item = in.next()) {
        items.add(item);
        ledger.emitted();
      }
    } catch (Throwable thrown) {
      failure = thrown;
    }
    return new Part(items, ledger.notes(), failure, ledger.tally());
  }

  /// A part that failed before its first item.
  public static Part failed(Throwable failure) {
    return new Part(List.of(), List.of(), failure, Tally.NONE);
  }

  /// A part without items that holds the notes and counts of a ledger.
  static Part notesOf(Ledger ledger) {
    return new Part(List.of(), ledger.notes(), null, ledger.tally());
  }

  /// Chunks of at most `size` items of a feed.
  public static List<Chunk> chunks(Feed feed, int size) {
    var chunks = new ArrayList<Chunk>();
    for (int from = 0; from < feed.size(); from += Math.min(size, feed.size() - from)) {
      int start = from;
      int end = from + Math.min(size, feed.size() - from);
      chunks.add(ledger -> checked(feed.iterator(start, end), ledger));
    }
    return chunks;
  }

  /// One chunk of some parts, in order.
  static Chunk concat(List<Part> parts) {
    return ledger ->
        Concat.of(
            parts.stream().<Supplier<ItemStream>>map(part -> () -> part.open(ledger)).toList());
  }

  @Override
  public ItemStream open(Ledger ledger) {
    ledger.absorb(tally);
    ItemStream source = checked(items.iterator(), ledger);
    if (notes.isEmpty() && failure == null) {
      return source;
    }
    return new Replay(source, ledger);
  }

  /// Cuts this part into parts of at most `size` items; notes stay before the item they stood
  /// before.
  public List<Part> slices(int size) {
    var slices = new ArrayList<Part>();
    int from = 0;
    while (items.size() - from > size) {
      slices.add(slice(from, from + size, from + size, null, slices.isEmpty()));
      from += size;
    }
    slices.add(slice(from, items.size(), Integer.MAX_VALUE, failure, slices.isEmpty()));
    return slices;
  }

  private Part slice(int from, int to, int notesTo, @Nullable Throwable end, boolean first) {
    List<Note> within =
        notes.stream()
            .filter(note -> note.at() >= from && note.at() < notesTo)
            .map(note -> new Note(note.at() - from, note.error()))
            .toList();
    return new Part(items.subList(from, to), within, end, first ? tally : Tally.NONE);
  }

  /// A stream of items that ends early when the run is cancelled.
  static ItemStream checked(Iterator<Item> items, Ledger ledger) {
    return new ItemStream() {
      private int untilCheck;

      @Override
      public @Nullable Item next() {
        if (untilCheck-- == 0) {
          ledger.checkCancelled();
          untilCheck = ITEMS_BETWEEN_CHECKS;
        }
        return items.hasNext() ? items.next() : null;
      }
    };
  }

  /// Gives the items of this part again, and between them its notes and its failure.
  private final class Replay implements ItemStream {
    private final ItemStream source;
    private final Ledger ledger;
    private int given;
    private int noted;

    Replay(ItemStream source, Ledger ledger) {
      this.source = source;
      this.ledger = ledger;
    }

    @Override
    public @Nullable Item next() {
      while (noted < notes.size() && notes.get(noted).at() <= given) {
        ledger.note(notes.get(noted++).error());
      }
      Item item = source.next();
      if (item == null && failure != null) {
        throw Failures.rethrow(failure);
      }
      given++;
      return item;
    }
  }
}
