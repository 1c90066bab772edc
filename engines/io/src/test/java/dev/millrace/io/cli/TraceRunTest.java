package dev.millrace.io.cli;

import static dev.millrace.io.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Traces that the runner writes.
class TraceRunTest {
  private static final String PLAN =
      """
      {"actions": [
        {"filter": {"contains": {"field": "title"}, "find": "e"}},
        {"sort": [{"by": {"field": "title"}}]},
        {"row_number": "place"}]}
      """;

  @TempDir Path folder;

  private Path plan;
  private Path file;

  @BeforeEach
  void writeFiles() throws IOException {
    plan = Files.writeString(folder.resolve("plan.json"), PLAN);
    file = folder.resolve("trace.json");
  }

  @ParameterizedTest
  @EnumSource(names = {"EAGER", "FUSED", "FORKJOIN", "WORKOR_TIERED", "CURSOR_TIERED"})
  void trace_ofARun_isCompleteAndChangesNothing(Engines engine) throws IOException {
    String plain = traced(engine.label()).out();
    Outcome outcome =
        traced(engine.label(), "--trace", file, "--trace-warmup", "2", "--trace-degrees", "1,3");
    assertThat(outcome.err()).doesNotContain("rror");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo(plain);
    JsonNode trace = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(trace.path("displayTimeUnit").stringValue()).isEqualTo("ns");
    checkUnits(trace);
    JsonNode about = trace.path("otherData");
    assertThat(about.path("format").stringValue()).isEqualTo("millrace-trace/1");
    assertThat(about.path("engine").stringValue()).isEqualTo(engine.label());
    assertThat(about.path("plan").stringValue()).isEqualTo("plan.json");
    assertThat(about.path("items").intValue()).isEqualTo(300);
    assertThat(about.path("chunk").stringValue()).isEqualTo("20");
    assertThat(about.path("baselineWallNs").longValue()).isPositive();
    assertThat(about.path("handOffNs").longValue()).isNotNegative();
    assertThat(about.path("environment").path("logicalCores").intValue()).isPositive();
    List<Integer> degrees = engine.isParallel() ? List.of(1, 2, 3) : List.of(1);
    assertThat(
            about.path("measured").valueStream().map(each -> each.path("parallelism").intValue()))
        .containsExactlyElementsOf(degrees);
    assertThat(about.path("parallelism").intValue()).isEqualTo(engine.isParallel() ? 2 : 1);
  }

  /// What a reader of the file relies on.
  private static void checkUnits(JsonNode trace) {
    Map<Integer, Double> ends = new HashMap<>();
    List<JsonNode> units =
        trace
            .path("traceEvents")
            .valueStream()
            .filter(event -> event.path("ph").stringValue().equals("X"))
            .toList();
    units.forEach(unit -> ends.put(unit.path("args").path("unit").intValue(), end(unit)));
    assertThat(ends).hasSameSizeAs(units);
    JsonNode parts = trace.path("otherData").path("segments");
    var workers = new ArrayList<Integer>();
    for (JsonNode unit : units) {
      JsonNode args = unit.path("args");
      double begin = unit.path("ts").doubleValue();
      assertThat(args.path("after").valueStream())
          .allSatisfy(one ->
              assertThat(ends.get(one.intValue())).isNotNull().isLessThanOrEqualTo(begin + 1e-6));
      JsonNode part = parts.path(args.path("segment").intValue());
      assertThat(part.path("segment").intValue()).isEqualTo(args.path("segment").intValue());
      assertThat(part.path("cat")).isEqualTo(unit.path("cat"));
      workers.add(unit.path("tid").intValue());
      assertThat(end(unit) * 1_000)
          .isLessThanOrEqualTo(trace.path("otherData").path("wallNs").doubleValue() + 1);
    }
    assertThat(workers).contains(0).allMatch(worker -> worker < 2);
    for (JsonNode part : parts) {
      double sum =
          part.path("actions")
              .valueStream()
              .mapToDouble(action -> action.path("share").doubleValue())
              .sum();
      assertThat(sum).isBetween(0.0, 1 + 1e-9);
    }
  }

  private static double end(JsonNode unit) {
    return unit.path("ts").doubleValue() + unit.path("dur").doubleValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--trace-warmup 3 | --trace-warmup is of use only with --trace",
        "--trace-degrees 1 | --trace-degrees is of use only with --trace",
        "--trace t.json --trace-warmup 0 | --trace-warmup wants a number of at least 1, not 0",
        "--trace t.json --trace-degrees 1,0 | --trace-degrees wants numbers of at least 1, not 0"
      })
  void trace_optionsThatMakeNoSense_areRefused(String options, String message) {
    Outcome outcome = traced("forkjoin", List.of(options.split(" ")).toArray());
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err().lines().findFirst()).hasValue(message);
  }

  /// It is found out first of all, not after many runs.
  @Test
  void trace_fileThatCannotBeWritten_isOneLine() {
    plan = folder.resolve("no-plan.json");
    Outcome outcome = traced("fused", "--trace", folder.resolve("no/trace.json"));
    assertThat(outcome.code()).isEqualTo(74);
    assertThat(outcome.err()).contains("there is no such folder").hasLineCount(1);
  }

  private Outcome traced(String engine, Object... more) {
    var arguments =
        new ArrayList<Object>(
            List.of("--pipeline", plan, "--generate", "300", "--parallelism", "2"));
    arguments.addAll(List.of("--chunk", "20", "--engine", engine));
    arguments.addAll(List.of(more));
    return run(arguments.toArray());
  }
}
