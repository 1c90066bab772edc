package dev.millrace.bench.run;

import dev.millrace.bench.run.ForkSettings.Phase;
import java.util.List;

/// How much is measured, unless the command line says otherwise. Feeds are cut into chunks of 1,000
/// items, so that their sizes give every degree of parallelism chunks to share evenly.
public enum Preset {
  /// A look at everything in a few minutes.
  QUICK(
      3, 4_000, List.of(1, 2, 4), new ForkSettings(Phase.ofMillis(3, 400), Phase.ofMillis(2, 120))),
  /// For numbers that are quoted: a larger feed, a longer warm-up, five forks.
  FULL(
      5,
      200_000,
      List.of(1, 2, 4, 8),
      new ForkSettings(Phase.ofMillis(5, 2_000), Phase.ofMillis(5, 2_000)));

  private final int forks;
  private final int items;
  private final List<Integer> parallelism;
  private final ForkSettings settings;

  Preset(int forks, int items, List<Integer> parallelism, ForkSettings settings) {
    this.forks = forks;
    this.items = items;
    this.parallelism = parallelism;
    this.settings = settings;
  }

  /// How many forks each point gets.
  public int forks() {
    return forks;
  }

  /// How many items the generated feed has.
  public int items() {
    return items;
  }

  /// The degrees of parallelism.
  public List<Integer> parallelism() {
    return parallelism;
  }

  /// What each fork is given.
  public ForkSettings settings() {
    return settings;
  }
}
