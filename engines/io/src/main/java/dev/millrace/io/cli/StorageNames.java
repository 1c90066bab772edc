package dev.millrace.io.cli;

import dev.millrace.feed.Storage;
import java.util.Iterator;

/// The names of the ways to hold a feed, for the help text and for completion.
final class StorageNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Storage.labels().iterator();
  }
}
