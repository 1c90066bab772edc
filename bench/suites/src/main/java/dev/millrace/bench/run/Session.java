package dev.millrace.bench.run;

import java.time.Duration;
import java.util.List;

/// Measures forks one after another and keeps each result before the next fork starts.
public final class Session {
  /// How much later this JVM may hear of a Ctrl-C than the fork that died of it.
  private static final Duration HEARSAY = Duration.ofMillis(300);

  private final Forks forks;
  private final ResultFolder folder;
  private final Progress progress;
  private final Interruption interruption;

  /// A session that writes to a folder.
  public Session(Forks forks, ResultFolder folder, Progress progress, Interruption interruption) {
    this.forks = forks;
    this.folder = folder;
    this.progress = progress;
    this.interruption = interruption;
  }

  /// Takes the turns in order, until all are done or the interruption is requested. A fork without
  /// a result is kept as a failure and the session goes on.
  public void run(List<Turn> turns) {
    for (Turn turn : turns) {
      if (interruption.isRequested()) {
        return;
      }
      take(turn);
    }
  }

  private void take(Turn turn) {
    try {
      List<Measured> fork = forks.measure(turn);
      folder.add(turn, fork);
      progress.measured(turn, fork);
    } catch (ForkException failed) {
      if (!interruption.isRequestedWithin(HEARSAY)) {
        folder.fail(turn, failed.reason());
        progress.failed(turn, failed.reason());
      }
    }
  }
}
