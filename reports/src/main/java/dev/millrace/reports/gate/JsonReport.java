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

  private JsonReport() {}

  static String of(Comparison comparison) {
    var root = new LinkedHashMap<String, @Nullable Object>();
    root.put("format", "millrace-gate/1");
    root.put("baseline", comparison.baseline().toString());
    root.put("candidate", comparison.candidate().toString());
    root.put("margin", comparison.margin().fraction());
    root.put("confidence", Summary.CONFIDENCE);
    root.put("result", comparison.result().words());
    root.put("exitCode", comparison.exitCode());
    root.put("judgements", comparison.judgements().stream().map(JsonReport::judgement).toList());
    root.put("notes", comparison.notes());
    return written(root);
  }

  /// A tree of maps, lists and plain values as indented JSON.
  static String written(Object tree) {
    return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, @Nullable Object> judgement(Judgement judgement) {
    var identity = judgement.identity();
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("benchmark", identity.benchmark());
    fields.put("mode", identity.mode().label());
    fields.put("threads", identity.threads());
    fields.put("params", identity.params());
    fields.put("unit", identity.unit());
    fields.put("higherIsBetter", identity.mode().higherIsBetter());
    fields.put("verdict", judgement.verdict().words());
    fields.put("baseline", summary(judgement.baseline()));
    fields.put("candidate", summary(judgement.candidate()));
    fields.put("ratio", ratio(judgement.change()));
    fields.put("reason", judgement.reason());
    return fields;
  }

  private static @Nullable Object summary(@Nullable Summary summary) {
    if (summary == null) {
      return null;
    }
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("mean", summary.mean());
    fields.put("interval", interval(summary.interval()));
    fields.put("forks", summary.forks());
    return fields;
  }

  private static @Nullable Object ratio(@Nullable Ratio ratio) {
    if (ratio == null) {
      return null;
    }
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
