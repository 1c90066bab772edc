package dev.millrace.bench.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/// Tells the user about each fork as it ends, and how long the rest will take.
public final class Progress {
  private final PrintWriter out;
  private final InstantSource clock;
  private final Instant start;
  private final int forks;
  private final Duration planned;
  private Duration plannedOfEnded = Duration.ZERO;
  private int ended;

  /// Progress of a run that starts now.
  public Progress(PrintWriter out, InstantSource clock, List<Turn> turns) {
    this.out = out;
    this.clock = clock;
    this.start = clock.instant();
    this.forks = turns.size();
    this.planned =
        turns.stream().map(turn -> turn.sweep().planned()).reduce(Duration.ZERO, Duration::plus);
  }

  /// A fork has given a result for each point.
  void measured(Turn turn, List<Measured> fork) {
    var times = new StringJoiner(" / ", "", " " + fork.getFirst().result().getScoreUnit());
    var cpu = new StringJoiner(" / ", ", cpu ", " ms/op");
    cpu.setEmptyValue("");
    for (Measured each : fork) {
      BenchmarkResult point = each.result();
      times.add(value(point.getPrimaryResult().getScore()));
      Result<?> spent = point.getSecondaryResults().get("cpu");
      if (spent != null) {
        cpu.add(value(spent.getScore()));
      }
    }
    ended(turn, times.toString() + cpu);
  }

  /// A fork has given none.
  void failed(Turn turn, String reason) {
    ended(turn, "FAILED: " + reason);
  }

  private void ended(Turn turn, String outcome) {
    ended++;
    plannedOfEnded = plannedOfEnded.plus(turn.sweep().planned());
    int width = Integer.toString(forks).length();
    out.printf(
        Locale.ROOT,
        "[%" + width + "d/%d] %s fork %d/%d: %s%s%n",
        ended,
        forks,
        turn.sweep().label(),
        turn.round(),
        turn.rounds(),
        outcome,
        remaining());
    out.flush();
  }

  /// What the forks to come will take if they take as much of their planned time as those that have
  /// ended.
  private String remaining() {
    if (ended == forks) {
      return "";
    }
    Duration spent = Duration.between(start, clock.instant());
    return " — about " + text(left(spent)) + " left";
  }

  private Duration left(Duration spent) {
    double share = (double) planned.minus(plannedOfEnded).toMillis() / plannedOfEnded.toMillis();
    return Duration.ofMillis(Math.round(spent.toMillis() * share));
  }

  /// A duration as people say it, in whole seconds below an hour and in minutes above.
  static String text(Duration duration) {
    Duration rounded = duration.plusMillis(500);
    if (rounded.toHours() > 0) {
      return String.format(
          Locale.ROOT, "%d h %02d min", rounded.toHours(), rounded.toMinutesPart());
    }
    return rounded.toMinutes() > 0
        ? String.format(Locale.ROOT, "%d min %02d s", rounded.toMinutes(), rounded.toSecondsPart())
        : rounded.toSeconds() + " s";
  }

  private static String value(double score) {
    int decimals = score < 10 ? 3 : score < 100 ? 2 : 1;
    return String.format(Locale.ROOT, "%." + decimals + "f", score);
  }
}
