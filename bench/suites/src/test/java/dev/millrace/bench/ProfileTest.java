package dev.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void ignoreOtherRuns() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void execute_twoEngines_makesAGraphOfEachAndOneOfTheirDifference() {
    int code = execute("--engine eager,fused --job scan --items 2000 --seconds 1");
    assertThat(code).as(err.toString()).isZero();
    for (String engine : List.of("eager", "fused")) {
      assertThat(folder.resolve("scan-" + engine + ".collapsed"))
          .content()
          .contains("dev/millrace/evaluator/" + engine + "/");
      assertThat(folder.resolve("scan-" + engine + ".html")).isNotEmptyFile();
      assertThat(folder.resolve("scan-" + engine + ".jfr")).isNotEmptyFile();
    }
    assertThat(folder.resolve("scan-fused-against-scan-eager.html"))
        .content()
        .contains("scan-fused against scan-eager, ns/op")
        .contains("d=U");
    assertThat(out.toString()).contains("scan fused p=1: ").contains("difference: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "64 | --engine fusd --job scan       | no engine named 'fusd'; did you mean 'fused'?",
        "64 | --engine fused --job scann     | no job named 'scann'; did you mean 'scan'?",
        "64 | --engine fused                 | --job",
        "64 | --engine fused --job scan --items 0 | --items: wants 1 or more",
        "64 | --engine fused --job scan --event a;b | --event: wants one event, not 'a;b'",
        "69 | --engine fused --job scan --items 9 --seconds 1 --event no-such | scan-fused: no profile: no-such: "
      })
  void execute_whatCannotBe_saysSoInOneLine(int code, String options, String problem) {
    assertThat(execute(options)).as(err.toString()).isEqualTo(code);
    assertThat(err.toString().lines()).singleElement().asString().contains(problem);
  }

  private int execute(String options) {
    var arguments = new ArrayList<>(List.of(options.split(" ")));
    arguments.addAll(List.of("--out", folder.toString()));
    return Profile.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }
}
