package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ResultWriterTest {
  @TempDir private Path folder;

  private List<Series> again(List<Series> series) {
    var file = folder.resolve("again.json");
    ResultWriter.write(file, series);
    return ResultReader.read(file);
  }

  @Test
  void write_generated_isReadBackEqual() {
    for (var seed = 0L; seed < 500; seed++) {
      var series = new GeneratedResults(seed).series();
      assertThat(again(series)).as("seed %d", seed).isEqualTo(series);
    }
  }

  @Test
  void write_everyForm_isReadBackEqual() {
    var series = ResultReader.read(Fixtures.file("results/every-form.json"));
    assertThat(again(series)).isEqualTo(series);
  }

  /// By a reader of its own: every value of the file is in the written one, under the same key.
  @Test
  void write_publicFiles_loseNothing() throws IOException {
    for (var file : Fixtures.publicResults().toList()) {
      var series = ResultReader.read(file);
      assertThat(again(series)).as(file.toString()).isEqualTo(series);
      var mapper = JsonMapper.shared();
      var before = mapper.readTree(Files.readString(file));
      var after = mapper.readTree(Files.readString(folder.resolve("again.json")));
      assertThat(withoutDots(after)).as(file.toString()).isEqualTo(withoutDots(before));
    }
  }

  /// The tree with plain metric names; JMH's old ones begin with a middle dot, which is not kept.
  private static JsonNode withoutDots(JsonNode tree) {
    return JsonMapper.shared().readTree(tree.toString().replace("\"·", "\""));
  }

  @Test
  void write_words_areJmhs() throws IOException {
    var file = folder.resolve("words.json");
    Files.writeString(
        file,
        """
        [{"benchmark": "a.B.c", "mode": "avgt", "odd": [NaN, -INF, Infinity, 1.50, null, true],
          "primaryMetric": {"score": NaN, "scoreUnit": "s/op", "rawData": [[-INF, Infinity], []]}}]
        """);
    ResultWriter.write(file, ResultReader.read(file));
    var tree = JsonMapper.shared().readTree(Files.readString(file)).get(0);
    assertThat(tree.get("odd").toString()).isEqualTo("[\"NaN\",\"-INF\",\"+INF\",1.5,null,true]");
    assertThat(tree.get("primaryMetric").toString())
        .isEqualTo(
            "{\"score\":\"NaN\",\"scoreError\":\"NaN\",\"scoreUnit\":\"s/op\","
                + "\"rawData\":[[\"-INF\",\"+INF\"],[]]}");
  }
}
