package dev.millrace.reports.trend;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.millrace.reports.text.Markdown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All changes of a [Trend], the largest first, as CSV, JSON and Markdown.
///
/// Numbers have all their digits in CSV and JSON. Runs count from 1.
public record ChangeList(Trend trend) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /// What is told of a change, in this order.
  private enum Field {
    BENCHMARK,
    MODE,
    THREADS,
    PARAMS,
    UNIT,
    RUN,
    NAME,
    COMMIT,
    BEFORE,
    AFTER,
    RATIO,
    WORSE,
    ELSEWHERE;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Nullable Object of(Change change, Run run) {
      var series = change.identity();
      return switch (this) {
        case BENCHMARK -> series.benchmark();
        case MODE -> series.mode().label();
        case THREADS -> series.threads();
        case PARAMS -> series.params();
        case UNIT -> series.unit();
        case RUN -> change.run() + 1;
        case NAME -> run.name();
        case COMMIT -> run.commit();
        case BEFORE -> change.before();
        case AFTER -> change.after();
        case RATIO -> change.ratio();
        case WORSE -> change.isWorse();
        case ELSEWHERE -> change.isElsewhere();
      };
    }
  }

  /// A row for each change.
  public String csv() {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(Arrays.stream(Field.values()).map(Field::label).toList());
      for (var change : trend.changes()) {
        csv.writeRecord(fields(change).values().stream().map(ChangeList::text).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String text(@Nullable Object value) {
    return value instanceof Map<?, ?> params
        ? params.entrySet().stream().map(Object::toString).collect(Collectors.joining(", "))
        : Objects.toString(value, "");
  }

  private Map<String, @Nullable Object> fields(Change change) {
    var run = trend.history().runs().get(change.run());
    var fields = new LinkedHashMap<String, @Nullable Object>();
    for (var field : Field.values()) {
      fields.put(field.label(), field.of(change, run));
    }
    return fields;
  }

  /// The runs, the changes, and what was left out.
  public String json() {
    var root = new LinkedHashMap<String, Object>();
    root.put("format", "millrace-trend/1");
    root.put("falseRate", Trend.FALSE_RATE);
    root.put("order", trend.history().order());
    root.put("runs", trend.history().runs().stream().map(ChangeList::run).toList());
    root.put("series", trend.courses().size());
    root.put("changes", trend.changes().stream().map(this::fields).toList());
    root.put("notes", trend.history().notes());
    return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
  }

  private static Map<String, @Nullable Object> run(Run run) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("name", run.name());
    fields.put("startedAt", run.startedAt() == null ? null : run.startedAt().toString());
    fields.put("commit", run.commit());
    fields.put("platform", run.platform());
    return fields;
  }

  /// A table for people.
  public String markdown() {
    var changes = trend.changes();
    if (changes.isEmpty()) {
      return "No change of level in " + trend.courses().size() + " series.\n";
    }
    return changes.stream()
        .map(this::row)
        .collect(
            Collectors.joining(
                "\n",
                "| series | change | since run | before → after |\n| --- | --- | --- | --- |\n",
                "\n"));
  }

  private String row(Change change) {
    var run = trend.history().runs().get(change.run());
    var cells =
        List.of(
            change.identity().label(),
            TrendSentence.amount(change),
            change.run() + 1 + " " + TrendSentence.named(run),
            TrendSentence.levels(change));
    return cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
