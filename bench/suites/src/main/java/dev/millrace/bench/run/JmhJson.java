package dev.millrace.bench.run;

import dev.millrace.bench.run.ForkRecord.Metric;
import dev.millrace.bench.run.ForkRecord.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openjdk.jmh.util.ListStatistics;

/// `results.json`: what JMH would have written, had it run the forks of each point one after
/// another, but for its errors: it changes `&:`, `&=` and the like in params and JVM arguments.
final class JmhJson {
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  private static final double CONFIDENCE = 0.999;

  private JmhJson() {}

  /// A record for each point that has forks, in the order of the points; in it a row of raw data
  /// for each fork.
  static List<Map<String, Object>> of(List<Point> points, List<ForkRecord> forks) {
    return ForkRecord.byPoint(points, forks).stream().map(JmhJson::point).toList();
  }

  private static Map<String, Object> point(List<ForkRecord> forks) {
    ForkRecord first = forks.getFirst();
    Map<String, Object> json = settings(first, forks.size());
    if (!first.params().isEmpty()) {
      json.put("params", first.params());
    }
    json.put("primaryMetric", metric(forks.stream().map(ForkRecord::primary).toList()));
    var names = new TreeSet<String>();
    forks.forEach(fork -> names.addAll(fork.secondary().keySet()));
    var secondary = new LinkedHashMap<String, Object>();
    for (String name : names) {
      secondary.put(name, metric(secondary(forks, name)));
    }
    json.put("secondaryMetrics", secondary);
    return json;
  }

  private static Map<String, Object> settings(ForkRecord fork, int forks) {
    Settings settings = fork.settings();
    var json = new LinkedHashMap<String, Object>();
    json.put("jmhVersion", settings.jmhVersion());
    json.put("benchmark", fork.benchmark());
    json.put("mode", settings.mode());
    json.put("threads", settings.threads());
    json.put("forks", forks);
    json.put("jvm", settings.jvm());
    json.put("jvmArgs", settings.jvmArgs());
    json.put("jdkVersion", settings.jdkVersion());
    json.put("vmName", settings.vmName());
    json.put("vmVersion", settings.vmVersion());
    json.put("warmupIterations", settings.warmup().count());
    json.put("warmupTime", settings.warmup().time());
    json.put("warmupBatchSize", settings.warmup().batchSize());
    json.put("measurementIterations", settings.measurement().count());
    json.put("measurementTime", settings.measurement().time());
    json.put("measurementBatchSize", settings.measurement().batchSize());
    return json;
  }

  /// A metric of all forks; one that has none of it gives an empty row.
  private static List<Metric> secondary(List<ForkRecord> forks, String name) {
    Metric some =
        forks.stream()
            .flatMap(fork -> fork.secondary().entrySet().stream())
            .filter(each -> each.getKey().equals(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    var none = new Metric(some.unit(), some.policy(), List.of());
    return forks.stream().map(fork -> fork.secondary().getOrDefault(name, none)).toList();
  }

  private static Map<String, Object> metric(List<Metric> forks) {
    Metric first = forks.getFirst();
    var all = new ListStatistics();
    forks.forEach(fork -> fork.iterations().forEach(all::addValue));
    var json = new LinkedHashMap<String, Object>();
    switch (first.policy()) {
      case AVG -> {
        json.put("score", number(all.getMean()));
        json.put("scoreError", number(all.getMeanErrorAt(CONFIDENCE)));
        json.put(
            "scoreConfidence",
            numbers(Arrays.stream(all.getConfidenceIntervalAt(CONFIDENCE)).boxed().toList()));
      }
      case SUM -> putScore(json, all.getSum());
      case MAX -> putScore(json, all.getMax());
      case MIN -> putScore(json, all.getMin());
    }
    var percentiles = new LinkedHashMap<String, Object>();
    for (double percentile : PERCENTILES) {
      percentiles.put(String.valueOf(percentile), number(all.getPercentile(percentile)));
    }
    json.put("scorePercentiles", percentiles);
    json.put("scoreUnit", first.unit());
    json.put("rawData", forks.stream().map(fork -> numbers(fork.iterations())).toList());
    return json;
  }

  /// A score that is no mean has no error.
  private static void putScore(Map<String, Object> json, double score) {
    json.put("score", number(score));
    json.put("scoreError", number(Double.NaN));
    json.put("scoreConfidence", List.of(number(score), number(score)));
  }

  private static List<Object> numbers(List<Double> values) {
    return values.stream().map(JmhJson::number).toList();
  }

  /// A number as JMH writes it: JSON has no infinities.
  private static Object number(double value) {
    if (Double.isFinite(value)) {
      return value;
    }
    return Double.isNaN(value) ? "NaN" : value > 0 ? "+INF" : "-INF";
  }
}
