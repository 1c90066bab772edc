package dev.millrace.reports.results;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Result files of every shape that JMH leaves, drawn from a seed.
final class GeneratedResults {
  private static final List<String> TEXTS =
      List.of(
          "",
          "1",
          "a&:&=&-&(b",
          "C:\\Program Files\\x",
          "SELECT \"a\" <b> & 'c'; {[,]}",
          "https://x.org/?a=1&b=2",
          "tab\tbell\u0007",
          "ünïcödé · \uD83D\uDE00");
  private static final List<String> UNKNOWN =
      List.of("\"1 s\"", "[\"-Xmx1g\",\"-Da=b\"]", "1.50", "{\"a\":[1,null,true]}", "\"+INF\"");

  private final Random random;

  GeneratedResults(long seed) {
    this.random = new Random(seed);
  }

  List<Series> series() {
    return Stream.generate(this::one).limit(1 + random.nextInt(5)).toList();
  }

  private Series one() {
    var mode = pick(List.of(Mode.values()));
    var params = new TreeMap<String, String>();
    some(() -> params.put("p" + random.nextInt(4), pick(TEXTS)));
    var primary = metric(mode == Mode.SAMPLE_TIME);
    var identity =
        new Identity(
            "org.example.B" + random.nextInt(9) + ".run",
            mode,
            1 + random.nextInt(64),
            params,
            primary.unit());
    var secondary = new TreeMap<String, Metric>();
    some(() -> secondary.put("gc.metric" + random.nextInt(9), metric(false)));
    return new Series(identity, primary, secondary, pick(List.of("", "1.8.0_292", "25")), rest());
  }

  private Metric metric(boolean sampled) {
    var rows = list(() -> new Fork(list(() -> sampled ? histogram() : score())));
    return new Metric(number(), number(), pick(List.of("ms/op", "ops/s", "#")), rows, rest());
  }

  private Iteration score() {
    return new Iteration.Score(number());
  }

  private Iteration histogram() {
    return new Iteration.Histogram(
        list(() -> new Iteration.Bin(number(), random.nextLong(1L << 53))));
  }

  /// Any bits at all, so also subnormal numbers, negative zero, infinities and what is no number.
  private double number() {
    return switch (random.nextInt(8)) {
      case 0 -> Double.NaN;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> Double.POSITIVE_INFINITY;
      case 3 -> -0.0;
      case 4 -> random.nextInt();
      case 5 -> Double.MIN_VALUE * random.nextInt(100);
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private Map<String, String> rest() {
    var rest = new TreeMap<String, String>();
    some(() -> rest.put("unknown" + random.nextInt(9), pick(UNKNOWN)));
    return rest;
  }

  private void some(Runnable each) {
    for (var left = random.nextInt(4); left > 0; left--) {
      each.run();
    }
  }

  private <T> List<T> list(Supplier<T> each) {
    return Stream.generate(each).limit(random.nextInt(5)).toList();
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
