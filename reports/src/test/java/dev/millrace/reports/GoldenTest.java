package dev.millrace.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers of charts and tables made of public result files are what they were.
///
/// For each file there is a list of its charts, each with a hash of its numbers, and its table; all
/// numbers to six digits, as mathematical functions may differ in the last ones. What is drawn is
/// not compared: it holds the metrics of fonts. After a change that is meant, the property
/// `millrace.golden=write` writes them anew.
final class GoldenTest {
  private static final MathContext SIX_DIGITS = new MathContext(6);
  private static final List<String> COLUMNS =
      List.of("chart", "line", "position", "score", "score low", "score high", "score unit");

  @TempDir private Path folder;

  @Test
  void publicFiles_giveTheNumbersThatTheyGave() throws Exception {
    for (var results : Fixtures.publicResults().toList()) {
      var name = String.valueOf(results.getFileName()).replace(".json", ".txt");
      var report = folder.resolve(name + "-report");
      assertThat(Run.of("report", results.toString(), "--out", report.toString()).exitCode())
          .isZero();
      var text = String.join("\n", lines(report)) + "\n";
      var kept = golden().resolve(name);
      if (System.getProperty("millrace.golden", "").equals("write")) {
        Files.createDirectories(golden());
        Files.writeString(kept, text);
      }
      assertThat(Files.writeString(folder.resolve(name), text)).hasSameTextualContentAs(kept);
    }
  }

  private static Path golden() {
    var root = Path.of(System.getProperty("millrace.root", ".."));
    return root.resolve("reports/src/test/resources/dev/millrace/reports/golden");
  }

  private static List<String> lines(Path report) throws IOException, NoSuchAlgorithmException {
    var lines = new ArrayList<String>();
    try (var charts = Files.list(report.resolve("charts"))) {
      for (var chart : charts.filter(file -> file.toString().endsWith(".csv")).sorted().toList()) {
        lines.add(chart.getFileName() + " " + hash(String.join("\n", rows(chart, List.of()))));
      }
    }
    lines.addAll(rows(report.resolve("table.csv"), COLUMNS));
    return lines;
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, 16);
  }

  /// The rows of a table, with some of its columns, or all if none is named.
  private static List<String> rows(Path table, List<String> columns) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(table)) {
      return csv.stream()
          .map(row ->
              columns.isEmpty() ? row.getFields().stream() : columns.stream().map(row::getField))
          .map(GoldenTest::line)
          .toList();
    }
  }

  private static String line(Stream<String> fields) {
    return fields.map(GoldenTest::rounded).collect(Collectors.joining(" | "));
  }

  private static String rounded(String field) {
    return field.matches("-?\\d+\\.\\d+(E-?\\d+)?")
        ? new BigDecimal(field).round(SIX_DIGITS).toEngineeringString()
        : field;
  }
}
