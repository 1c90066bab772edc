package dev.millrace.reports.gate;

import java.util.function.Function;

/// The forms in which a comparison can be told.
public enum Format {
  /// For people, in a terminal.
  TEXT(TextReport::of),
  /// A table for a pull request.
  MARKDOWN(MarkdownReport::of),
  /// Everything, for programs.
  JSON(JsonReport::of),
  /// Test cases, for CI servers.
  JUNIT(JunitReport::of),
  /// SARIF 2.1.0, for code scanning.
  SARIF(SarifReport::of);

  private final Function<Comparison, String> writer;

  Format(Function<Comparison, String> writer) {
    this.writer = writer;
  }

  /// The comparison as text of this form, ending in a line break.
  public String write(Comparison comparison) {
    return writer.apply(comparison);
  }
}
