package dev.millrace.bench.peer;

import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.apache.pekko.actor.ActorSystem;

/// The actor system that Pekko's streams run in.
final class PekkoSystem {
  private static final String POOL = "pekko.actor.default-dispatcher.fork-join-executor.";

  private PekkoSystem() {}

  /// A system with so many threads, which logs nothing.
  static ActorSystem start(int parallelism) {
    Map<String, Object> settings =
        Map.of(
            POOL + "parallelism-min",
            parallelism,
            POOL + "parallelism-max",
            parallelism,
            "pekko.loglevel",
            "OFF",
            "pekko.stdout-loglevel",
            "OFF");
    return ActorSystem.create(
        "peers", ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load()));
  }

  /// Ends its threads.
  static void stop(ActorSystem system) {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
