package dev.millrace.jmh;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// The pauses between two moments, as the collectors' beans announce them.
///
/// Announcements come from a thread of the JVM, some time after the collection. Each bears the
/// number that its collector has given the collection, so that none is missed and none from before
/// is taken: the end waits for the last one.
final class PauseLog {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
  private static final String CONCURRENT = "Cycles";

  private final List<GarbageCollectorMXBean> collectors;
  private final Map<String, Long> before = new HashMap<>();
  private final List<Collection> seen = new ArrayList<>();

  private record Collection(String collector, long number, long millis) {}

  /// Listens to all collectors that stop the program.
  PauseLog() {
    collectors =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> !collector.getName().endsWith(CONCURRENT))
            .toList();
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((notification, _) -> take(notification), null, null);
      }
    }
  }

  /// Begins anew.
  synchronized void begin() {
    seen.clear();
    for (GarbageCollectorMXBean collector : collectors) {
      before.put(collector.getName(), collector.getCollectionCount());
    }
  }

  /// The pauses since [#begin], in milliseconds.
  ///
  /// @throws IllegalStateException if a collection is not announced
  synchronized List<Long> end() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    for (GarbageCollectorMXBean collector : collectors) {
      long last = collector.getCollectionCount();
      while (!isSeen(collector.getName(), last)) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new IllegalStateException(collector.getName() + " did not tell of " + last);
        }
        wait(left);
      }
    }
    return seen.stream()
        .filter(collection -> collection.number() > before(collection.collector()))
        .map(Collection::millis)
        .toList();
  }

  private boolean isSeen(String collector, long number) {
    return number == before(collector)
        || seen.stream()
            .anyMatch(each -> each.collector().equals(collector) && each.number() >= number);
  }

  private long before(String collector) {
    return before.getOrDefault(collector, 0L);
  }

  private synchronized void take(Notification notification) {
    if (notification.getUserData() instanceof CompositeData announced
        && announced.get("gcInfo") instanceof CompositeData collection) {
      seen.add(
          new Collection(
              (String) announced.get("gcName"),
              (long) collection.get("id"),
              (long) collection.get("duration")));
      notifyAll();
    }
  }
}
