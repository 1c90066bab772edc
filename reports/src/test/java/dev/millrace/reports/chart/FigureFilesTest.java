package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.millrace.reports.Fixtures;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.study.Quantity;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class FigureFilesTest {
  /// A fork's dot: a filled circle, which the SVG holds as four curves of radius 1.4.
  private static final Pattern DOT = Pattern.compile("<path d='M[-0-9., ]+(C[-0-9., ]+){4}Z'/>");

  private static final ResultFile FILE = ResultFile.read(Fixtures.scaling());
  private static final List<Panel> PANELS =
      Arrangement.of(List.of(FILE), new Axis.Parallelism()).stream()
          .filter(panel -> !panel.family().isControl())
          .toList();

  @BeforeAll
  static void needsFonts() {
    Style.requireFonts();
  }

  private static Figure single(Quantity quantity) {
    var figures = new Figures(FILE.environment().machine());
    return figures.single("chart", PANELS.getFirst(), quantity, Pens.of(PANELS));
  }

  private static Figure overview() {
    return new Figures(FILE.environment().machine()).overview(PANELS, Pens.of(PANELS));
  }

  private static List<NamedCsvRecord> rows(Figure figure) {
    try (var csv =
        CsvReader.builder().ofNamedCsvRecord(new StringReader(FigureFiles.csv(figure)))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void svg_twice_isEqual() {
    assertThat(FigureFiles.svg(overview())).isEqualTo(FigureFiles.svg(overview()));
  }

  @Test
  void png_twice_isEqual() {
    assertThat(FigureFiles.png(overview())).isEqualTo(FigureFiles.png(overview()));
  }

  @Test
  void svg_isWellFormedAndScales() throws Exception {
    var text = FigureFiles.svg(single(Quantity.SCORE));
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)))
            .getDocumentElement();
    assertThat(root.getAttribute("viewBox")).isNotEmpty();
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .startsWith("rules: run time against parallelism.")
        .contains("workor-lockfree");
  }

  @Test
  void svg_saysWhatIsPlotted() {
    assertThat(FigureFiles.svg(single(Quantity.SCORE)))
        .contains("rules: run time against parallelism", "run time, ms/op", "parallelism, threads")
        .contains("2 physical cores", "4 logical cores", "ideal", "eager", "workor-lockfree");
    assertThat(FigureFiles.svg(single(Quantity.CPU))).contains("CPU time, ms/op");
  }

  @Test
  void csv_everyFork_equalsTheMeanOfItsIterations() {
    var forks = rows(single(Quantity.SCORE)).stream().filter(row -> is(row, "fork")).toList();
    var expected =
        PANELS.getFirst().points().mapToInt(point -> point.series().primary().forks().size()).sum();
    assertThat(forks).hasSize(expected).hasSize(24);
    for (var row : forks) {
      var mean = expectedForkMean(row, "rules");
      assertThat(Double.parseDouble(row.getField("value"))).isCloseTo(mean, within(1e-12));
      assertThat(row.getField("unit")).isEqualTo("ms/op");
    }
  }

  private static double expectedForkMean(NamedCsvRecord row, String job) {
    var fork = Integer.parseInt(row.getField("fork")) - 1;
    var series =
        FILE.series().stream()
            .filter(each -> job.equals(each.identity().params().get("job")))
            .filter(each -> row.getField("line").equals(each.identity().params().get("engine")))
            .filter(each ->
                row.getField("position").equals(each.identity().params().get("parallelism")))
            .findFirst()
            .orElseThrow();
    return series.primary().forkMeans()[fork];
  }

  @Test
  void csv_everyMean_hasItsInterval() {
    var rows = rows(single(Quantity.CPU));
    var count = rows.stream().filter(row -> is(row, "mean")).count();
    assertThat(rows.stream().filter(row -> is(row, "low"))).hasSize((int) count);
    assertThat(rows.stream().filter(row -> is(row, "high"))).hasSize((int) count);
  }

  @Test
  void csv_ideal_halvesAtTwo() {
    var ideal = rows(single(Quantity.SCORE)).stream().filter(row -> is(row, "ideal")).toList();
    var first = Double.parseDouble(ideal.getFirst().getField("value"));
    var last = Double.parseDouble(ideal.getLast().getField("value"));
    assertThat(ideal.getLast().getField("position")).isEqualTo("4");
    assertThat(last).isCloseTo(first / 4, within(1e-12));
  }

  @Test
  void svg_everyFork_isADotOfItsOwn() {
    var dots =
        DOT.matcher(FigureFiles.svg(single(Quantity.SCORE)))
            .results()
            .map(MatchResult::group)
            .filter(FigureFilesTest::isForkDot)
            .toList();
    assertThat(dots).hasSize(24).doesNotHaveDuplicates();
  }

  private static boolean isForkDot(String path) {
    var xs =
        Arrays.stream(path.replaceAll("[^-0-9.,]+", " ").strip().split("[ ]+"))
            .flatMap(part -> Arrays.stream(part.split(",")))
            .mapToDouble(Double::parseDouble)
            .toArray();
    // of the coordinates x, y, x, y … the first x is the circle's right end
    var least = Double.MAX_VALUE;
    for (var i = 0; i < xs.length; i += 2) {
      least = Math.min(least, xs[i]);
    }
    return Math.abs(xs[0] - least - 2.8) < 0.03;
  }

  private static boolean is(NamedCsvRecord row, String what) {
    return row.getField("what").equals(what);
  }

  @Test
  void names_thatWouldMeet_areEachGivenOnce() {
    var names = new FigureNames();
    assertThat(List.of(names.of("a"), names.of("a"), names.of("a 2"), names.of("a")))
        .doesNotHaveDuplicates();
  }
}
