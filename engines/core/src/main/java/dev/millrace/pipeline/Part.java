package dev.millrace.pipeline;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Rope;
import dev.millrace.feed.Storage;
import dev.millrace.pipeline.Ledger.Note;
import java.util.List;
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
  /// Nothing.
  public static final Part EMPTY = new Part(List.of(), List.of(), null, Tally.NONE);

  /// Drains a chunk. Whatever it throws becomes the part's failure.
  public static Part drain(Chunk chunk, Ledger ledger) {
    var items = new Drained(ledger);
    Throwable failure = null;
    try {
      items.addAll(chunk.open(ledger));
    } catch (Throwable thrown) {
      failure = thrown;
    }
    return new Part(items.all(), ledger.notes(), failure, ledger.tally());
  }

  /// Some items in pieces.
  public static Part of(List<List<Item>> pieces) {
    return new Part(new Rope(pieces), List.of(), null, Tally.NONE);
  }

  /// A part that failed before its first item.
  public static Part failed(Throwable failure) {
    return new Part(List.of(), List.of(), failure, Tally.NONE);
  }

  /// A part without items that holds the notes and counts of a ledger.
  static Part notesOf(Ledger ledger) {
    return new Part(List.of(), ledger.notes(), null, ledger.tally());
  }

  /// This part with its items held in a way.
  public Part held(Storage storage) {
    return new Part(storage.hold(items), notes, failure, tally);
  }

  /// A feed as one chunk.
  public static Chunk whole(Feed feed) {
    return ledger -> new Pieces(feed.pieces(0, feed.size()), ledger);
  }

  /// The chunks of a feed.
  public static Chunks chunks(Feed feed, Cutter cutter) {
    return new Chunks(
        feed.size(), (from, to) -> ledger -> new Pieces(feed.pieces(from, to), ledger), cutter);
  }

  @Override
  public ItemStream open(Ledger ledger) {
    ledger.absorb(tally);
    ItemStream source = new Pieces(pieces(), ledger);
    if (notes.isEmpty() && failure == null) {
      return source;
    }
    return new Replay(source, ledger);
  }

  @Override
  public int size() {
    return items.size();
  }

  /// The items in pieces.
  public List<List<Item>> pieces() {
    return items instanceof Rope rope ? rope.pieces() : List.of(items);
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
