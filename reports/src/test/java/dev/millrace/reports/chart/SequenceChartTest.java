package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.JmhJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SequenceChartTest {
  private static final PanelChart KIND = new SequenceChart();

  @TempDir private Path folder;

  private static String engine(String name, double[]... forks) {
    return Drawn.engine(name, List.of("job", "sort"), forks);
  }

  private static double[] settling(int slow, int steady) {
    return IntStream.range(0, slow + steady)
        .mapToDouble(i -> (i < slow ? 30 : 10) + i % 3 * 0.1)
        .toArray();
  }

  @Test
  void of_everyIteration_isADotAndANumber() {
    var figure =
        Drawn.of(KIND, folder, engine("eager", new double[] {1, 2, 3}, new double[] {4, 5, 6}))
            .getFirst();
    assertThat(figure.data().stream().filter(each -> each.what().startsWith("iteration")))
        .extracting(Datum::value)
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    assertThat(Drawn.values(figure, "eager", "mean")).containsExactly(2.0, 5.0);
    assertThat(Drawn.dots(figure)).isEqualTo(6);
    assertThat(FigureFiles.svg(figure))
        .contains(">ms/op<", ">eager<", "axes do not begin at zero", "warm-up is not recorded");
  }

  @Test
  void of_forkThatSettles_isMarked() {
    var forks = new double[][] {settling(4, 16), settling(0, 20)};
    var figure = Drawn.of(KIND, folder, engine("eager", forks)).getFirst();
    assertThat(figure.data().stream().filter(each -> each.what().endsWith("not yet settled")))
        .extracting(Datum::fork)
        .containsExactly("1", "1", "1", "1");
    assertThat(figure.heading().subtitle()).contains("shaded: not yet settled");
  }

  @Test
  void of_oddities_areTold() {
    var falling = IntStream.range(0, 20).mapToDouble(i -> 30 - i).toArray();
    var figure = Drawn.of(KIND, folder, engine("eager", falling)).getFirst();
    assertThat(FigureFiles.svg(figure)).contains("iterations: falling, correlated");
    assertThat(figure.alternative()).endsWith(". eager: falling, correlated, does not settle.");
  }

  private Figure withWarmUp(String forks, double[]... measured) throws IOException {
    Files.writeString(
        folder.resolve("warmup.json"),
        """
        [{"benchmark": "org.example.Bench.run", "mode": "avgt", "threads": 1,
          "params": {"engine": "eager", "job": "sort"}, "unit": "ms/op", "forks": %s}]
        """
            .formatted(forks));
    return Drawn.of(KIND, folder, engine("eager", measured)).getFirst();
  }

  @Test
  void of_warmUp_comesBeforeWhatWasMeasured() throws IOException {
    var figure =
        withWarmUp("[[12, 11.5], [13]]", new double[] {10, 12, 14}, new double[] {10, 12, 14});
    assertThat(figure.data().stream().filter(each -> each.fork().equals("1")))
        .extracting(Datum::what)
        .containsExactly(
            "warm-up 1", "warm-up 2", "iteration 1", "iteration 2", "iteration 3", "mean");
    assertThat(Drawn.values(figure, "eager", "warm-up 1")).containsExactly(12.0, 13.0);
    assertThat(Drawn.values(figure, "eager", "mean")).containsExactly(12.0, 12.0);
    assertThat(Drawn.dots(figure)).isEqualTo(6);
    assertThat(figure.heading().subtitle())
        .contains("tinted, hollow: warm-up")
        .doesNotContain("not recorded", "arrows", "settled");
  }

  @Test
  void of_warmUpFarOff_isAnArrowAtTheEdge() throws IOException {
    var figure = withWarmUp("[[1000, 15, 5]]", new double[] {10, 12, 14});
    assertThat(Drawn.values(figure, "eager", "warm-up 1")).containsExactly(1000.0);
    assertThat(figure.heading().subtitle()).contains("arrows: beyond the axis");
    assertThat(FigureFiles.svg(figure)).contains(">18<").doesNotContain(">20<", ">1,000<");
  }

  @Test
  void of_warmUpThatSettles_isTold() throws IOException {
    var steady = settling(0, 5);
    var figure = withWarmUp("[[90, 30, 10.1, 10, 10.2], [60, 10, 10.1, 10.2, 10]]", steady, steady);
    assertThat(figure.alternative())
        .endsWith(". eager: nothing odd, settled after 1 to 2 of 5 warm-up iterations.");
    assertThat(figure.heading().subtitle()).contains("dashed: settled");
    assertThat(Drawn.values(figure, "eager", "warm-up 2, not yet settled")).containsExactly(30.0);
  }

  @Test
  void of_warmUpTooShort_isTold() throws IOException {
    var figure =
        withWarmUp(
            "[[90, 30, 30, 30, 30], [10, 10.1, 10.2, 10, 10.1]]",
            new double[] {30, 10.1, 10, 10.2, 10.1},
            settling(0, 5));
    assertThat(figure.alternative())
        .endsWith("settled from the start in 1 of 2 forks, settles late in 1 of 2 forks.");
    assertThat(figure.heading().subtitle()).contains("shaded: not yet settled");
    assertThat(Drawn.values(figure, "eager", "iteration 1, not yet settled")).containsExactly(30.0);
  }

  @Test
  void of_fewMeasuredAfterAWarmUp_isDrawn() throws IOException {
    var figure = withWarmUp("[[12, 11, 10]]", new double[] {10, 12});
    assertThat(figure.data()).hasSize(6);
    assertThat(figure.alternative())
        .endsWith(". eager: nothing odd, settling: too few iterations.");
  }

  @Test
  void of_warmUpTwice_givesEqualBytes() throws IOException {
    withWarmUp("[[90, 30, 10.1, 10, 10.2]]", settling(0, 5));
    Drawn.isPure(KIND, folder.resolve("results.json"));
  }

  @Test
  void of_warmUpSettings_areTold() {
    var record =
        engine("eager", new double[] {1, 2, 3})
            .replace(
                "\"threads\"", "\"warmupIterations\": 5, \"warmupTime\": \"10 s\", \"threads\"");
    assertThat(Drawn.of(KIND, folder, record).getFirst().heading().subtitle())
        .contains("warm-up (5 × 10 s) is not recorded");
  }

  @Test
  void of_manySeries_showsTheOddest() {
    var records = new ArrayList<String>();
    for (var i = 0; i < 30; i++) {
      records.add(engine("engine-" + i, i == 7 ? settling(5, 15) : settling(0, 20)));
    }
    var figure = Drawn.of(KIND, folder, records.toArray(String[]::new)).getFirst();
    assertThat(figure.heading().subtitle()).contains("the oddest 4 of 30 series");
    assertThat(figure.data().stream().map(Datum::line).distinct()).hasSize(4).contains("engine-7");
  }

  @Test
  void of_manyOddSeries_showsTwelve() {
    var records = IntStream.range(0, 30).mapToObj(i -> engine("engine-" + i, settling(5, 15)));
    var figure = Drawn.of(KIND, folder, records.toArray(String[]::new)).getFirst();
    assertThat(figure.data().stream().map(Datum::line).distinct()).hasSize(12);
  }

  @Test
  void of_manyIterations_areALineWithoutDots() {
    var figure = Drawn.of(KIND, folder, engine("eager", settling(0, 500))).getFirst();
    assertThat(Drawn.dots(figure)).isZero();
    assertThat(figure.data()).hasSize(501);
  }

  @Test
  void of_twoIterations_isNotDrawn() {
    assertThat(Drawn.of(KIND, folder, engine("eager", new double[] {1, 2}))).isEmpty();
  }

  @Test
  void of_twice_givesEqualBytes() {
    Drawn.isPure(KIND, JmhJson.write(folder.resolve("r.json"), engine("eager", settling(4, 16))));
  }
}
