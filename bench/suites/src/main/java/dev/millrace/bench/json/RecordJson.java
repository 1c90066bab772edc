package dev.millrace.bench.json;

import dev.millrace.io.file.TextOutput;
import java.nio.file.Path;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes records as JSON, their components in order, absent values as null.
public final class RecordJson {
  private static final JsonMapper LINES =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .build();
  private static final JsonMapper FILES =
      LINES.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RecordJson() {}

  /// A record in one line.
  public static String line(Object value) {
    return LINES.writeValueAsString(value);
  }

  /// Writes a file, whole or not at all.
  ///
  /// @throws dev.millrace.io.file.OutputException if it cannot be written
  public static void write(Path file, Object value) {
    String text = FILES.writeValueAsString(value);
    TextOutput.write(file, out -> out.write(text + "\n"));
  }
}
