package dev.millrace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.json.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JmhJsonTest {
  private static final long SEED = 42;
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void of_forksOfAPoint_isWhatJmhWrites() {
    Point point = Samples.point("plain");
    List<BenchmarkResult> forks =
        List.of(Samples.fork(point, 3.25, 1e-7), Samples.fork(point, 1e9, 2.5));
    addSecondary(forks);
    assertThat(ours(point, forks)).isEqualTo(jmhs(forks));
  }

  @Test
  void of_oneIteration_hasNoError() {
    Point point = Samples.point("one");
    List<BenchmarkResult> forks = List.of(Samples.fork(point, 2));
    assertThat(ours(point, forks)).isEqualTo(jmhs(forks));
    assertThat(ours(point, forks).at("/0/primaryMetric/scoreError").stringValue()).isEqualTo("NaN");
  }

  @Test
  void of_paramsThatJmhCorrupts_areKept() {
    Point point = Samples.point("a&:b&=c&-d&(e");
    List<BenchmarkResult> forks = List.of(Samples.fork(point, 2));
    assertThat(ours(point, forks).at("/0/params/job").stringValue()).isEqualTo("a&:b&=c&-d&(e");
    assertThat(jmhs(forks).at("/0/params/job").stringValue()).isNotEqualTo("a&:b&=c&-d&(e");
  }

  @Test
  void of_anyParam_isKept() {
    var random = new Random(SEED);
    String letters = "&:=-()<>[]{},;\"\\/ \n\t\u0001äx1";
    for (int i = 0; i < 200; i++) {
      var param = new StringBuilder();
      random.ints(12, 0, letters.length()).forEach(place -> param.append(letters.charAt(place)));
      Point point = Samples.point(param.toString());
      JsonNode written = ours(point, List.of(Samples.fork(point, 1)));
      assertThat(written.at("/0/params/job").stringValue())
          .as("seed %d", SEED)
          .isEqualTo(param.toString());
    }
  }

  @Test
  void records_writtenAndRead_areTheSame() {
    Point point = Samples.point("a&:b");
    List<BenchmarkResult> forks = List.of(Samples.fork(point, 1.0 / 3, 2e-300, 7));
    addSecondary(forks);
    for (ForkRecord record : records(point, forks)) {
      assertThat(JSON.readValue(RecordJson.line(record), ForkRecord.class)).isEqualTo(record);
      assertThat(record.isOf(point)).isTrue();
    }
  }

  private static void addSecondary(List<BenchmarkResult> forks) {
    double value = 1;
    for (BenchmarkResult fork : forks) {
      for (IterationResult iteration : fork.getIterationResults()) {
        value *= 3;
        iteration.addResult(new ScalarResult("count", value, "#", AggregationPolicy.SUM));
        iteration.addResult(new ScalarResult("longest", value, "ms", AggregationPolicy.MAX));
        iteration.addResult(new ScalarResult("none", Double.NaN, "ms", AggregationPolicy.AVG));
      }
    }
  }

  private static List<ForkRecord> records(Point point, List<BenchmarkResult> forks) {
    var records = new ArrayList<ForkRecord>();
    for (BenchmarkResult fork : forks) {
      int place = records.size() + 1;
      records.add(ForkRecord.of(point, place, place, new Measured(fork, List.of(9.5, Double.NaN))));
    }
    return records;
  }

  private static JsonNode ours(Point point, List<BenchmarkResult> forks) {
    return JSON.readTree(RecordJson.line(JmhJson.of(List.of(point), records(point, forks))));
  }

  private static JsonNode jmhs(List<BenchmarkResult> forks) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      var run = new RunResult(forks.getFirst().getParams(), forks);
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(List.of(run));
    }
    JsonNode tree = JSON.readTree(bytes.toString(StandardCharsets.UTF_8));
    ((ObjectNode) tree.get(0)).put("forks", forks.size());
    return tree;
  }
}
