package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.trace.Gain;
import dev.millrace.reports.trace.Projection;
import dev.millrace.reports.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceFiguresTest {
  @TempDir private Path folder;

  @BeforeAll
  static void needsFonts() {
    Style.requireFonts();
  }

  private static List<Figure> figures(Trace trace) {
    return TraceFigures.of(trace, Projection.of(trace), Gain.of(trace), new FigureNames());
  }

  private static Trace example() {
    return Trace.read(Fixtures.file("trace/example.json"));
  }

  @Test
  void svg_ofTheExample_saysWhatIsDrawn() {
    var svgs = figures(example()).stream().map(FigureFiles::svg).toList();
    assertThat(svgs).hasSize(3);
    assertThat(svgs.get(0))
        .contains("measured", "projection, one hand-over at a time", "max(T1/P, T∞)", "128");
    assertThat(svgs.get(1)).contains("worker 0", "worker 1", "join: sort", "idle", "µs");
    assertThat(svgs.get(2)).contains("actions[2] sort(price)", "at 8 cores", "projection");
    assertThat(figures(example()).stream().map(FigureFiles::svg).toList()).isEqualTo(svgs);
  }

  @Test
  void data_ofTheTimeline_isAllTheWorkAndAllTheIdleTime() {
    var trace = example();
    var data = figures(trace).get(1).data();
    assertThat(data.stream().mapToDouble(Datum::value).sum()).isEqualTo(2.0 * trace.length());
  }

  @Test
  void svg_ofThousandsOfUnits_staysSmall() throws IOException {
    var few = FigureFiles.svg(figures(many(100)).get(1));
    var many = FigureFiles.svg(figures(many(50_000)).get(1));
    assertThat(Pattern.compile("<(path|rect)").matcher(few).results().count()).isGreaterThan(100);
    assertThat(many.length()).isLessThan(500_000);
  }

  /// A trace of that many units of four kinds and odd lengths on four workers.
  private Trace many(int units) throws IOException {
    var events =
        IntStream.range(0, units)
            .mapToObj(unit ->
                String.format(
                    Locale.ROOT,
                    "{\"ph\":\"X\",\"tid\":%d,\"ts\":%d.5,\"dur\":%d,\"name\":\"u\","
                        + "\"args\":{\"unit\":%d,\"after\":[],\"segment\":%d}}",
                    unit % 4,
                    unit / 4 * 20,
                    3 + unit * 7 % 16,
                    unit,
                    unit * 5 % 4))
            .collect(Collectors.joining(",\n"));
    var segments =
        IntStream.range(0, 4)
            .mapToObj(segment ->
                "{\"segment\":" + segment + ",\"cat\":\"segment\",\"name\":\"s" + segment + "\"}")
            .collect(Collectors.joining(","));
    var rest =
        "\"format\":\"millrace-trace/1\",\"engine\":\"e\",\"parallelism\":4,\"plan\":\"p\","
            + "\"wallNs\":"
            + (units + 4) * 5_000L
            + ",\"segments\":[";
    var text = "{\"traceEvents\":[" + events + "],\"otherData\":{" + rest + segments + "]}}";
    return Trace.read(Files.writeString(folder.resolve("many.json"), text));
  }
}
