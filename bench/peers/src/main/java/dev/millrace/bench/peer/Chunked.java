package dev.millrace.bench.peer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Values in chunks, one after another.
///
/// @param chunks the chunks, in order
/// @param <T> the values
record Chunked<T>(List<List<T>> chunks) implements Iterable<T> {
  /// A list cut into chunks of one size, the last of them perhaps smaller. The chunks are views.
  static <T> Chunked<T> of(List<T> all, int size) {
    var chunks = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return new Chunked<>(chunks);
  }

  @Override
  public Iterator<T> iterator() {
    return chunks.stream().flatMap(List::stream).iterator();
  }
}
