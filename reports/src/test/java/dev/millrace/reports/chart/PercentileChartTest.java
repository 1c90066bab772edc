package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.Logs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PercentileChartTest {
  private static final PanelChart KIND = new PercentileChart();

  @TempDir private Path folder;

  private Path logged() {
    var file = JmhJson.write(folder.resolve("results.json"), engine("eager"), engine("chunks"));
    Logs.write(
        folder.resolve("org.example.Bench.run-AverageTime-engine-eager-job-sort.hlog"),
        LongStream.rangeClosed(1, 1000).map(i -> i * 1000).toArray(),
        LongStream.rangeClosed(1, 1000).map(i -> i * 3000).toArray());
    Logs.write(
        folder.resolve("org.example.Bench.run-AverageTime-engine-chunks-job-sort.hlog"),
        LongStream.rangeClosed(1, 1000).map(i -> i * 500).toArray());
    return file;
  }

  private static String engine(String name) {
    return Drawn.engine(name, List.of("job", "sort"), new double[] {1});
  }

  @Test
  void of_logs_hasACurveForEachEngineAndFork() {
    var figure = Drawn.of(KIND, logged()).getFirst();
    assertThat(figure.name()).isEqualTo("sort-latency-percentiles");
    assertThat(Drawn.values(figure, "chunks", "percentile 99").getFirst())
        .isCloseTo(0.495, within(0.001));
    var ofEager = figure.data().stream().filter(each -> each.what().equals("percentile 90"));
    assertThat(ofEager.filter(each -> each.line().equals("eager")))
        .extracting(Datum::fork)
        .containsExactly("1", "2", "");
    assertThat(FigureFiles.svg(figure))
        .contains(">90<", ">99<", ">99.9<", "latency, ms/op", ">eager<", ">chunks<")
        .contains("percentile (log scale of what is above)");
    assertThat(figure.alternative())
        .contains("chunks at 50, 90 and 99 %: 0.250, 0.450, 0.495 ms/op");
  }

  @Test
  void of_curve_endsWhereItsSamplesEnd() {
    var figure = Drawn.of(KIND, logged()).getFirst();
    var chunks = figure.data().stream().filter(each -> each.line().equals("chunks")).toList();
    assertThat(chunks.getLast().what()).isEqualTo("percentile 99.9");
    assertThat(chunks.getLast().value()).isCloseTo(0.5, within(0.001));
  }

  @Test
  void of_sampleMode_isDrawn() {
    var figure = Drawn.of(KIND, Fixtures.file("results/every-form.json")).getFirst();
    assertThat(figure.data()).extracting(Datum::unit).containsOnly("µs/op");
    assertThat(figure.data().getLast().value()).isEqualTo(10);
    assertThat(FigureFiles.svg(figure)).contains("sampled time, µs/op");
  }

  @Test
  void of_averagesOnly_isNotDrawn() {
    assertThat(Drawn.of(KIND, folder, engine("eager"))).isEmpty();
  }

  @Test
  void of_twice_givesEqualBytes() {
    Drawn.isPure(KIND, logged());
  }

  private static String sampled(String histogram) {
    return """
    {"benchmark": "a.B.run", "mode": "sample", "primaryMetric":
     {"score": 5, "scoreUnit": "ms/op", "rawDataHistogram": %s}}\
    """
        .formatted(histogram);
  }

  @Test
  void of_oneSample_isDrawn() {
    var figure = Drawn.of(KIND, folder, sampled("[[[[5.0, 1]]], [[[6.0, 0]]]]")).getFirst();
    assertThat(figure.data()).extracting(Datum::value).containsOnly(5.0);
    assertThat(FigureFiles.svg(figure)).contains(">90<");
  }

  @Test
  void of_noSample_isNotDrawn() {
    assertThat(Drawn.of(KIND, folder, sampled("[[[[5.0, 0]]]]"))).isEmpty();
  }
}
