package dev.millrace.io.cli;

import dev.millrace.scheduler.workor.HandOffs;
import java.util.Iterator;

/// The names of the hand-off policies, for the help text and for completion.
final class HandOffNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Choice.labels(HandOffs.class).iterator();
  }
}
