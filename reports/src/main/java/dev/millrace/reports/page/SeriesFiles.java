package dev.millrace.reports.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.millrace.reports.statistics.Interval;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.statistics.Summary;
import dev.millrace.reports.study.Quantity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The table of all series for programs: numbers with all their digits, in the units of the result
/// files, every secondary metric behind the others. What does not apply or was not measured is
/// empty in CSV and null in JSON.
final class SeriesFiles {
  private SeriesFiles() {}

  /// The table as CSV.
  static String csv(List<Entry> entries) {
    var text = new StringWriter();
    var others = others(entries);
    try (var csv = CsvWriter.builder().build(text)) {
      for (var i = 0; i < entries.size(); i++) {
        var record = record(entries.get(i), others);
        if (i == 0) {
          csv.writeRecord(record.keySet());
        }
        csv.writeRecord(
            record.values().stream()
                .map(value -> value == null ? "" : String.valueOf(value))
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// The table as a JSON list with an object for each series, one a line.
  static String json(List<Entry> entries) {
    var others = others(entries);
    return entries.stream()
        .map(entry -> JsonMapper.shared().writeValueAsString(record(entry, others)))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  /// The names of the secondary metrics that have no columns of their own.
  private static SortedSet<String> others(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.row().others().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SequencedMap<String, @Nullable Object> record(
      Entry entry, SortedSet<String> others) {
    var record = described(entry);
    for (var name : others) {
      put(record, name, entry.row().others().get(name));
      record.put(name + " unit", entry.charted().panel().unit(name));
    }
    return record;
  }

  private static SequencedMap<String, @Nullable Object> described(Entry entry) {
    var record = new LinkedHashMap<String, @Nullable Object>();
    var identity = entry.series().identity();
    var panel = entry.charted().panel();
    var axis = panel.axis();
    var position = entry.row().position();
    record.put("benchmark", identity.benchmark());
    record.put("mode", identity.mode().label());
    record.put("threads", identity.threads());
    record.put(
        "params",
        identity.params().entrySet().stream()
            .map(param -> param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining("; ")));
    record.put("chart", panel.title());
    record.put("line", entry.row().line());
    record.put("axis", axis == null ? null : axis.name());
    record.put("position", Double.isNaN(position) ? null : (Object) position);
    put(record, "score", entry.row().score());
    record.put("score unit", panel.unit(Quantity.SCORE));
    put(record, "cpu", entry.row().cpu());
    record.put("cpu unit", panel.unit(Quantity.CPU));
    put(record, "speed-up", entry.row().speedUp());
    put(record, "efficiency", entry.row().efficiency());
    put(record, "over reference", entry.row().overReference());
    var score = entry.row().score();
    record.put("forks", score == null ? 0 : score.forks());
    record.put("verdict", entry.verdict());
    record.put("file", entry.source().address());
    return record;
  }

  private static void put(
      SequencedMap<String, @Nullable Object> record, String name, @Nullable Summary summary) {
    put(
        record,
        name,
        summary == null ? null : (Object) summary.mean(),
        summary == null ? null : summary.interval());
  }

  private static void put(
      SequencedMap<String, @Nullable Object> record, String name, @Nullable Ratio ratio) {
    put(
        record,
        name,
        ratio == null ? null : (Object) ratio.value(),
        ratio == null ? null : ratio.interval());
  }

  private static void put(
      SequencedMap<String, @Nullable Object> record,
      String name,
      @Nullable Object value,
      @Nullable Interval interval) {
    record.put(name, value);
    record.put(name + " low", interval == null ? null : (Object) interval.low());
    record.put(name + " high", interval == null ? null : (Object) interval.high());
  }
}
