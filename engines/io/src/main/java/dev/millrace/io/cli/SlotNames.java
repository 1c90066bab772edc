package dev.millrace.io.cli;

import dev.millrace.slot.Slots;
import java.util.Iterator;

/// The names of the slots, for the help text and for completion.
final class SlotNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Choice.labels(Slots.class).iterator();
  }
}
