package dev.millrace.reports.gate;

import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A comparison as JSON: every number with all its digits; what does not exist is null.
final class JsonReport {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private static final List<String> NUMBERS =
      List.of(
          "baseline",
          "candidate",
          "ratio",
          "hodgesLehmann",
          "pWorse",
          "pBetter",
          "pEquivalent",
          "moreForks");

  private JsonReport() {}

  static String of(Comparison comparison) {
    var root = new LinkedHashMap<String, @Nullable Object>();
    root.put("format", "millrace-gate/2");
    root.put("baseline", comparison.baseline().toString());
    root.put("candidate", comparison.candidate().toString());
    root.put("metrics", comparison.policy().measures().stream().map(JsonReport::measure).toList());
    root.put("alpha", comparison.policy().settings().alpha());
    root.put("confidence", Summary.CONFIDENCE);
    root.put("result", comparison.result().words());
    root.put("exitCode", comparison.exitCode());
    root.put(
        "judgements",
        comparison.judgements().stream().map(each -> judgement(comparison, each)).toList());
    root.put("notes", comparison.remarks());
    return written(root);
  }

  /// A tree of maps, lists and plain values as indented JSON.
  static String written(Object tree) {
    return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, Object> measure(Measure measure) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", measure.name());
    fields.put("margin", measure.margin().fraction());
    return fields;
  }

  private static Map<String, @Nullable Object> judgement(
      Comparison comparison, Judgement judgement) {
    var identity = judgement.identity();
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("benchmark", identity.benchmark());
    fields.put("mode", identity.mode().label());
    fields.put("threads", identity.threads());
    fields.put("params", identity.params());
    fields.put("metric", judgement.metric());
    fields.put("verdict", judgement.verdict().words());
    fields.put("blocks", comparison.blocks(judgement));
    fields.put("reason", judgement.reason());
    fields.put("unit", identity.unit());
    fields.put("higherIsBetter", identity.mode().higherIsBetter());
    evidence(fields, judgement.evidence());
    return fields;
  }

  private static void evidence(Map<String, @Nullable Object> fields, @Nullable Evidence evidence) {
    if (evidence == null) {
      NUMBERS.forEach(name -> fields.put(name, null));
      return;
    }
    var finding = evidence.finding();
    fields.put("unit", evidence.unit());
    fields.put("higherIsBetter", evidence.higherIsBetter());
    fields.put("baseline", summary(evidence.baseline()));
    fields.put("candidate", summary(evidence.candidate()));
    fields.put("ratio", ratio(finding.change()));
    fields.put("hodgesLehmann", finding.hodgesLehmann());
    fields.put("pWorse", finding.pWorse());
    fields.put("pBetter", finding.pBetter());
    fields.put("pEquivalent", finding.pEquivalent());
    fields.put("moreForks", finding.moreForks());
  }

  private static Object summary(Summary summary) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("mean", summary.mean());
    fields.put("interval", interval(summary.interval()));
    fields.put("forks", summary.forks());
    return fields;
  }

  private static Object ratio(Ratio ratio) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("value", ratio.value());
    fields.put("interval", interval(ratio.interval()));
    return fields;
  }

  private static @Nullable Object interval(@Nullable Interval interval) {
    if (interval == null) {
      return null;
    }
    var ends = new ArrayList<@Nullable Double>();
    for (var end : List.of(interval.low(), interval.high())) {
      ends.add(Double.isFinite(end) ? end : null);
    }
    return ends;
  }
}
