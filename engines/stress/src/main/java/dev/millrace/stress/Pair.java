package dev.millrace.stress;

import dev.millrace.slot.Rack;
import dev.millrace.slot.Slot;
import dev.millrace.slot.Slots;

/// Two slots of one rack.
final class Pair {
  private final Slot<Message> first;
  private final Slot<Message> second;

  Pair(Slots slots) {
    Rack<Message> rack = slots.rack();
    first = rack.create();
    second = rack.create();
  }

  /// Hands 1 over by the first slot, and gives what came by the second.
  int putFirst() {
    new Message().put(1, first);
    return Message.take(second);
  }

  /// Hands 2 over by the second slot, and gives what came by the first.
  int putSecond() {
    new Message().put(2, second);
    return Message.take(first);
  }
}
