package dev.millrace.reports.beforeafter;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Everything that two files say of each other as CSV, the largest shift first, all digits kept.
public record ShiftList(BeforeAfter pair) {
  /// A row for each measure of each series; what does not exist is empty.
  public String csv() {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "series", "metric", "verdict", "before", "after", "unit", "ratio", "low", "high",
          "reason");
      pair.shifts().forEach(shift -> write(shift, csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Shift shift, CsvWriter csv) {
    var judgement = shift.judgement();
    var evidence = judgement.evidence();
    var ratio = shift.ratio();
    var interval = ratio == null ? null : ratio.interval();
    csv.writeRecord(
        judgement.identity().label(),
        judgement.metric(),
        shift.verdict().words(),
        number(evidence == null ? null : evidence.baseline().mean()),
        number(evidence == null ? null : evidence.candidate().mean()),
        evidence == null ? "" : evidence.unit(),
        number(ratio == null ? null : ratio.value()),
        number(interval == null ? null : interval.low()),
        number(interval == null ? null : interval.high()),
        judgement.reason());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }
}
