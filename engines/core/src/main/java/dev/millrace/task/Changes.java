package dev.millrace.task;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Counts changes of some state, and tells whoever waits for the next one. Lock-free; a change that
/// nobody waits for costs one increment.
public final class Changes {
  /*
   * A reader takes the version, looks at the state, and waits for a change since that version. A
   * writer changes the state, then the version, then looks for listeners. A listener pushes itself,
   * then looks at the version. Both look after they have written, so at least one of them sees the
   * other: no change is missed.
   */
  private final AtomicLong version = new AtomicLong();
  private final AtomicReference<@Nullable Listener> listeners = new AtomicReference<>();

  private record Listener(Runnable action, @Nullable Listener next) {}

  /// The version now; taken before the state is looked at.
  public long version() {
    return version.get();
  }

  /// Met by the first change after a version.
  public Dependency since(long seen) {
    return listener -> {
      listeners.getAndUpdate(rest -> new Listener(listener, rest));
      if (version.get() != seen) {
        tell();
      }
    };
  }

  /// Notes a change, made before this is called.
  public void note() {
    version.incrementAndGet();
    if (listeners.get() != null) {
      tell();
    }
  }

  private void tell() {
    Listener listener = listeners.getAndSet(null);
    for (; listener != null; listener = listener.next) {
      listener.action.run();
    }
  }
}
