package dev.millrace.stress;

import dev.millrace.slot.Slot;
import dev.millrace.slot.Slots;

/// A message and the slot by which it is handed over.
final class Handing {
  private final Message message = new Message();
  private final Slot<Message> slot;

  Handing(Slots slots) {
    this(slots.<Message>create());
  }

  Handing(Slot<Message> slot) {
    this.slot = slot;
  }

  /// Writes 1 and hands over.
  void put() {
    message.put(1, slot);
  }

  /// What is seen without waiting; -1 while there is nothing.
  int look() {
    return Message.look(slot);
  }

  /// What is seen, waiting for it.
  int take() {
    return Message.take(slot);
  }
}
