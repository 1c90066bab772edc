package dev.millrace.task;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A dependency that is met once, for ever. Lock-free.
final class Signal implements Dependency {
  /*
   * listeners:  null ──whenMet──► Listener ──► Listener ──► null
   *               └────────── fire ──────────► FIRED, for ever; whoever put it there runs the list
   *
   * A listener pushes itself by compare-and-set against the list it read, so that a fire that comes
   * between makes the push fail, and the listener is run by its own thread.
   */
  private static final Listener FIRED = new Listener(() -> {}, null);

  private final AtomicReference<@Nullable Listener> listeners = new AtomicReference<>();

  private record Listener(Runnable action, @Nullable Listener next) {}

  @Override
  public void whenMet(Runnable action) {
    Listener seen = listeners.get();
    while (!isFired(seen)) {
      if (listeners.compareAndSet(seen, new Listener(action, seen))) {
        return;
      }
      seen = listeners.get();
    }
    action.run();
  }

  /// Meets the dependency and runs its listeners. Firing again does nothing.
  void fire() {
    Listener listener = listeners.getAndSet(FIRED);
    for (; listener != null; listener = listener.next) {
      listener.action.run();
    }
  }

  /// Whether it was fired.
  boolean isFired() {
    return isFired(listeners.get());
  }

  @SuppressWarnings("ReferenceEquality") // the sentinel is meant, not an equal listener
  private static boolean isFired(@Nullable Listener seen) {
    return seen == FIRED;
  }
}
