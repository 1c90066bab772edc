package dev.millrace.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.run.Matrix;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PeersBenchTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  @Timeout(300)
  void execute_oneJob_measuresPeersEnginesAndTheLoop() {
    int code =
        execute(
            "quick --forks 1 -p job=J4 -p peer=STREAM,LONG_STREAM -p engine=FUSED -p items=300"
                + " -p storage=objects --out "
                + folder.resolve("out"));
    assertThat(code).as(err.toString()).isZero();
    JsonNode results = new JsonMapper().readTree(folder.resolve("out/results.json"));
    Set<String> measured =
        results
            .valueStream()
            .map(result -> result.get("benchmark").stringValue())
            .map(name -> name.replaceAll(".*\\.(\\w+\\.\\w+)$", "$1"))
            .collect(Collectors.toSet());
    assertThat(measured)
        .containsExactlyInAnyOrder(
            "ControlBenchmark.run",
            "PeersBenchmark.peer",
            "PeersBenchmark.engine",
            "PeersBenchmark.hand");
    List<JsonNode> peers =
        results
            .valueStream()
            .filter(result -> result.get("benchmark").stringValue().endsWith(".peer"))
            .toList();
    assertThat(peers).as("LONG_STREAM does not do J4").hasSize(1);
    assertThat(peers.getFirst().at("/secondaryMetrics/cpu/score").doubleValue()).isPositive();
    assertThat(peers.getFirst().at("/secondaryMetrics/allocated/score").doubleValue()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "64 | quick -p job=J99 --out x | job: no 'J99'",
        "64 | quick -p jbo=J1 --out x | no param named 'jbo'",
        "64 | quick --forks 0 --out x | --forks: wants 1 or more",
        "64 | quick | --out",
        "64 | slow --out x | slow",
      })
  void execute_badInput_saysSoInOneLine(int code, String options, String problem) {
    assertThat(execute(options)).as(err.toString()).isEqualTo(code);
    assertThat(err.toString().lines()).singleElement().asString().contains(problem);
  }

  @Test
  void peersBenchmark_isTheOnlyOneBesideTheSuites() {
    assertThat(Matrix.benchmarks())
        .filteredOn(name -> name.startsWith("dev.millrace.bench.peer."))
        .allMatch(name -> name.startsWith("dev.millrace.bench.peer.PeersBenchmark."))
        .hasSize(3);
  }

  private int execute(String options) {
    String[] arguments = options.split(" ");
    CommandLine line = PeersBench.commandLine(arguments);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
