package dev.millrace.bench.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The registry of suites: one line each. The control goes with all of them.
public enum Suites {
  /// Engines on jobs against parallelism.
  SCALING(ScalingBenchmark.class, "parallelism"),
  /// The size of chunks.
  GRAIN(GrainBenchmark.class, "parallelism"),
  /// What an engine costs without work.
  OVERHEAD(OverheadBenchmark.class, "chunk"),
  /// Items of unlike cost.
  SKEW(SkewBenchmark.class, "parallelism"),
  /// How results come home.
  SLOTS(SlotBenchmark.class, "chunk"),
  /// How workers share the pipeline.
  HAND_OFF(HandOffBenchmark.class, "parallelism"),
  /// How runs of aggregations are joined.
  AGGREGATION(AggregationBenchmark.class, "parallelism"),
  /// Parallelism that changes during a run.
  GRANTS(GrantsBenchmark.class, null),
  /// Steps that wait.
  WAITING(WaitingBenchmark.class, "parallelism"),
  /// What the garbage collector costs a run over a large feed.
  GC(GcBenchmark.class, null),
  /// What holding a large feed costs.
  LIVE_SET(LiveSetBenchmark.class, null),
  /// Many needles looked for in a text.
  CONTAINS_ANY(ContainsAnyBenchmark.class, null),
  /// Plans against loops written by hand.
  EVALUATOR(EvaluatorBenchmark.class, "parallelism"),
  /// The first run of a plan.
  FIRST_RUN(FirstRunBenchmark.class, "items"),
  /// Engines that lose their speed-up in one known way.
  LOST(LostBenchmark.class, "parallelism");

  private final Class<?> type;
  private final @Nullable String turning;

  Suites(Class<?> type, @Nullable String turning) {
    this.type = type;
    this.turning = turning;
  }

  /// The benchmark class.
  public Class<?> type() {
    return type;
  }

  /// The param whose values take turns in one fork, iteration by iteration; null for none.
  public @Nullable String turning() {
    return turning;
  }

  /// The name that users type: `hand-off` for `HAND_OFF`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The names of all suites.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Suites::label).toList();
  }

  /// The suite of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Suites of(String label) {
    return Arrays.stream(values())
        .filter(suite -> suite.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no suite named '" + label + "'"));
  }
}
