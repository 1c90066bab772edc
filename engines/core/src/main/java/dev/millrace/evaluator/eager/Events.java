package dev.millrace.evaluator.eager;

import dev.millrace.feed.Item;
import java.util.ArrayList;
import java.util.List;

/// Goes through lists of events.
final class Events {
  private Events() {}

  /// What is done with an item; what comes of it is added to a list.
  @FunctionalInterface
  interface Visitor {
    /// Visits an item.
    void visit(Item item, List<Event> out) throws InterruptedException;
  }

  /// Goes through the items; errors that were noted keep their places, and nothing follows an end.
  static List<Event> each(List<Event> events, Visitor visitor) throws InterruptedException {
    var out = new ArrayList<Event>();
    for (Event event : events) {
      checkInterrupted();
      switch (event) {
        case Event.Item(var item) -> visitor.visit(item, out);
        case Event.Noted _, Event.End _ -> out.add(event);
      }
      if (!out.isEmpty() && out.getLast() instanceof Event.End) {
        break;
      }
    }
    return out;
  }

  /// Stops the run if the calling thread is interrupted.
  static void checkInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
