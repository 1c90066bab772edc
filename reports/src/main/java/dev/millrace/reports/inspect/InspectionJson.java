package dev.millrace.reports.inspect;

import dev.millrace.reports.statistics.Design;
import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.VarianceComponents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Inspections as JSON: every number with all its digits; what does not exist is null.
public final class InspectionJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private InspectionJson() {}

  /// The inspections as JSON, ending in a line break.
  public static String of(Inspections inspections) {
    var root = new LinkedHashMap<String, @Nullable Object>();
    root.put("format", "millrace-inspection/1");
    root.put("file", inspections.file().toString());
    root.put("halfWidth", inspections.wish().halfWidth());
    root.put("budgetSeconds", number(inspections.wish().budget()));
    root.put("series", inspections.series().stream().map(InspectionJson::series).toList());
    root.put("notes", inspections.notes());
    return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, @Nullable Object> series(Inspection each) {
    var identity = each.identity();
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("benchmark", identity.benchmark());
    fields.put("mode", identity.mode().label());
    fields.put("threads", identity.threads());
    fields.put("params", identity.params());
    fields.put("metric", each.metric());
    fields.put("unit", each.unit());
    fields.put("mean", each.summary().mean());
    fields.put("interval95", interval(each.summary().interval()));
    fields.put("interval999", interval(each.honest()));
    fields.put("jmhError999", number(each.jmhError()));
    fields.put("timesAsWideAsJmh", number(each.widening()));
    fields.put("measured", design(each.shape()));
    fields.put("variances", variances(each.variances()));
    fields.put(
        "oddities",
        each.oddities().stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
    fields.put("rise", number(each.rise()));
    fields.put("outliers", each.outliers().stream().map(InspectionJson::outlier).toList());
    fields.put("advice", advice(each.advice()));
    fields.put("beginWith", each.pilot() == null ? null : design(each.pilot()));
    return fields;
  }

  private static @Nullable Object interval(@Nullable Interval interval) {
    return interval == null ? null : List.of(interval.low(), interval.high());
  }

  private static @Nullable Object variances(@Nullable VarianceComponents variances) {
    if (variances == null) {
      return null;
    }
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("betweenForks", variances.between());
    fields.put("withinForks", variances.within());
    fields.put("intraclassCorrelation", number(variances.correlation()));
    return fields;
  }

  private static Object outlier(Outlier outlier) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("fork", outlier.fork());
    fields.put("iteration", outlier.isFork() ? null : outlier.iteration());
    fields.put("value", outlier.value());
    fields.put("severity", outlier.severity().name().toLowerCase(Locale.ROOT));
    return fields;
  }

  private static @Nullable Object advice(@Nullable Advice advice) {
    if (advice == null) {
      return null;
    }
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("isTimed", advice.isTimed());
    fields.put("now", plan(advice.now()));
    fields.put("forHalfWidth", plan(advice.target()));
    fields.put("forBudget", advice.affordable() == null ? null : plan(advice.affordable()));
    return fields;
  }

  private static Map<String, @Nullable Object> plan(Plan plan) {
    var fields = design(plan.design());
    fields.put("halfWidth", number(plan.halfWidth()));
    fields.put("cost", number(plan.cost()));
    return fields;
  }

  private static Map<String, @Nullable Object> design(Design design) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("forks", design.forks());
    fields.put("iterations", design.iterations());
    return fields;
  }

  /// JSON has no infinities.
  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
