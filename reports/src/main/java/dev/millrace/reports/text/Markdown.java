package dev.millrace.reports.text;

/// Text as a piece of Markdown that shows it as it is.
public final class Markdown {
  private static final String SPECIAL = "([\\\\`*_{}\\[\\]()#+!|~:-])";

  private Markdown() {}

  /// The text in one line: Markdown's own signs are escaped; HTML's become entities, as does the
  /// sign that calls people.
  public static String escaped(String plain) {
    return plain
        .replaceAll("\\s+", " ")
        .replaceAll(SPECIAL, "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;");
  }
}
