package dev.millrace.reports.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A comparison as SARIF 2.1.0: a result for each series that did not simply pass.
final class SarifReport {
  private final Comparison comparison;

  private SarifReport(Comparison comparison) {
    this.comparison = comparison;
  }

  static String of(Comparison comparison) {
    return JsonReport.written(new SarifReport(comparison).log());
  }

  private Map<String, Object> log() {
    var log = new LinkedHashMap<String, Object>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run()));
    return log;
  }

  private Map<String, Object> run() {
    var driver = new LinkedHashMap<String, Object>();
    driver.put("name", "millrace-gate");
    driver.put("rules", Stream.of(Verdict.values()).map(SarifReport::rule).toList());
    var run = new LinkedHashMap<String, Object>();
    run.put("tool", Map.of("driver", driver));
    run.put("invocations", List.of(invocation()));
    run.put("results", results());
    return run;
  }

  private Map<String, Object> invocation() {
    var invocation = new LinkedHashMap<String, Object>();
    invocation.put("executionSuccessful", true);
    invocation.put("exitCode", comparison.exitCode());
    invocation.put(
        "toolExecutionNotifications",
        comparison.remarks().stream().map(SarifReport::notification).toList());
    return invocation;
  }

  private static Map<String, Object> notification(String remark) {
    var notification = new LinkedHashMap<String, Object>();
    notification.put("level", "note");
    notification.put("message", Map.of("text", Words.plain(remark)));
    return notification;
  }

  private static Map<String, Object> rule(Verdict verdict) {
    var rule = new LinkedHashMap<String, Object>();
    rule.put("id", id(verdict));
    rule.put("shortDescription", Map.of("text", "Benchmark " + verdict.words()));
    return rule;
  }

  private List<Map<String, Object>> results() {
    var results = new ArrayList<Map<String, Object>>();
    for (var judgement : comparison.judgements()) {
      if (judgement.verdict() != Verdict.PASS) {
        results.add(result(judgement));
      }
    }
    return results;
  }

  private Map<String, Object> result(Judgement judgement) {
    var label = Words.plain(judgement.label());
    var series = Words.plain(judgement.identity().qualifiedClass()) + " " + label;
    var result = new LinkedHashMap<String, Object>();
    result.put("ruleId", id(judgement.verdict()));
    result.put("level", level(judgement));
    result.put("message", Map.of("text", label + ": " + Words.sentence(judgement)));
    result.put("locations", List.of(location(judgement)));
    result.put("partialFingerprints", Map.of("series/v1", series));
    if (judgement.verdict() == Verdict.ACCEPTED) {
      result.put("suppressions", List.of(suppression(judgement)));
    }
    return result;
  }

  private static Map<String, Object> suppression(Judgement judgement) {
    var suppression = new LinkedHashMap<String, Object>();
    suppression.put("kind", "external");
    suppression.put("justification", Words.plain(judgement.reason()));
    return suppression;
  }

  private Map<String, Object> location(Judgement judgement) {
    var isGone = judgement.verdict() == Verdict.MISSING || judgement.verdict() == Verdict.RENAMED;
    var file = isGone ? comparison.baseline() : comparison.candidate();
    var physical = new LinkedHashMap<String, Object>();
    physical.put("artifactLocation", Map.of("uri", uri(file)));
    physical.put("region", Map.of("startLine", 1));
    var location = new LinkedHashMap<String, Object>();
    location.put("physicalLocation", physical);
    location.put(
        "logicalLocations",
        List.of(Map.of("fullyQualifiedName", Words.plain(judgement.identity().benchmark()))));
    return location;
  }

  private static String uri(Path file) {
    if (file.isAbsolute()) {
      return file.toUri().toString();
    }
    var folder = Path.of("").toAbsolutePath().toUri();
    return folder.relativize(file.toAbsolutePath().toUri()).toString();
  }

  private String level(Judgement judgement) {
    return switch (judgement.verdict()) {
      case REGRESSED, ERROR, NOT_COMPARABLE -> "error";
      case MISSING, RENAMED -> comparison.blocks(judgement) ? "error" : "warning";
      case INCONCLUSIVE -> comparison.blocks(judgement) ? "warning" : "note";
      case ACCEPTED -> "warning";
      case IMPROVED, PASS, NEW -> "note";
    };
  }

  private static String id(Verdict verdict) {
    return verdict.words().replace(' ', '-').toLowerCase(Locale.ROOT);
  }
}
