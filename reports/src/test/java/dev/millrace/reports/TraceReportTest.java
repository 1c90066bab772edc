package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceReportTest {
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"#][^\"]*)\"");
  private static final Path TRACE = Fixtures.file("trace/example.json");

  @TempDir private Path folder;

  private Run report(String... arguments) {
    return Run.of("report", "--out", folder.resolve("out").toString()).with(arguments);
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("out/index.html"));
  }

  @Test
  void report_traceAlone_hasItsSection() throws IOException {
    var run = report("--trace", TRACE.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page())
        .contains("Traced: workor-tiered, example.json, parallelism 2")
        .contains("11 units, work T1 = 588 µs", "Projection over one worker", "off by −1.8 %")
        .contains(
            "If one action were twice as fast (projection): actions[2] sort(price) saves 21 %")
        .doesNotContain("What the numbers say", "<h2 id=\"machine\"");
    assertThat(LINK.matcher(page()).results().map(match -> match.group(1)))
        .hasSizeGreaterThan(6)
        .allMatch(link -> Files.isRegularFile(folder.resolve("out").resolve(link)));
  }

  @Test
  void report_traceBesideResults_hasBoth() throws IOException {
    var run = report(Fixtures.scaling().toString(), "--trace", TRACE.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(page()).contains("What the numbers say", "One run, unit by unit");
    assertThat(folder.resolve("out/data/traces/1/example.json")).hasSameBinaryContentAs(TRACE);
  }

  @Test
  void report_traceOfALine_tellsWhereItWasIdle() throws IOException {
    var text =
        Files.readString(TRACE)
            .replace("\"engine\": \"workor-tiered\"", "\"engine\": \"forkjoin\"")
            .replace("\"plan\": \"example.json\"", "\"plan\": \"rules.json\"");
    var trace = Files.writeString(folder.resolve("rules-trace.json"), text);
    report(Fixtures.scaling().toString(), "--trace", trace.toString());
    assertThat(page())
        .containsPattern(
            "forkjoin keeps \\d+ %: [^<]*; in a traced run 61 % of the idle time was"
                + " during join: sort");
  }

  @Test
  void report_lostSpeedUp_isASentenceForEachLine() throws IOException {
    report(Fixtures.scaling().toString());
    assertThat(page())
        .contains("Where the speed-up went")
        .containsPattern("at 4 workers forkjoin keeps \\d+ %: ")
        .contains("charts/rules-lost.svg");
  }

  @Test
  void report_badTrace_isUnreadableInOneLineAndWritesNothing() throws IOException {
    var cut = Files.readString(TRACE).substring(0, 700);
    var trace = Files.writeString(folder.resolve("cut.json"), cut);
    var run = report(Fixtures.scaling().toString(), "--trace", trace.toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).startsWith(trace + ": line ").contains("cut short").hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void report_packOfATrace_isMadeAgain() {
    var pack = folder.resolve("pack.zip").toString();
    var made = report("--trace", TRACE.toString(), "--pack", pack);
    assertThat(made.exitCode()).as(made.err()).isZero();
    var again = Run.of("report", "--replay", pack);
    assertThat(again.exitCode()).as(again.out()).isZero();
    assertThat(again.out()).containsPattern("replay: (\\d+) of \\1 equal");
  }
}
