package dev.millrace.stress;

import dev.millrace.slot.Slot;

/// What is handed over: a plain field, so that only the slot's own ordering shows it to the taker.
final class Message {
  private int written;

  /// Writes, and hands over by a slot.
  void put(int number, Slot<Message> slot) {
    written = number;
    slot.put(this);
  }

  /// What the message in a slot has written on it, waiting for the message.
  static int take(Slot<Message> slot) {
    try {
      return slot.take().written;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("nobody interrupts", interrupted);
    }
  }

  /// What it has written on it; -1 while the slot is empty.
  static int look(Slot<Message> slot) {
    return slot.isFilled() ? slot.value().written : -1;
  }
}
