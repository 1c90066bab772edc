package dev.millrace.reports.page;

import java.util.List;
import java.util.stream.Collectors;

/// A page as Markdown, in the dialect with tables: the same words, numbers and pictures. Links
/// within the page become plain text.
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  private Markdown() {}

  /// The Markdown of a piece of a page.
  static String of(Html html) {
    var markdown = new Markdown();
    markdown.block(html);
    return markdown.text.toString().strip() + "\n";
  }

  private void block(Html html) {
    if (!(html instanceof Html.Element element)) {
      paragraph(inline(html));
      return;
    }
    switch (element.name()) {
      case "h1", "h2", "h3", "h4" ->
          paragraph("#".repeat(element.name().charAt(1) - '0') + " " + inline(element.content()));
      case "p", "figcaption" -> paragraph(inline(element.content()));
      case "summary" -> paragraph("**" + inline(element.content()) + "**");
      case "ul" -> paragraph(lines(element, "- "));
      case "dl" -> paragraph(descriptions(element.content()));
      case "table" -> table(element);
      case "img", "a" -> paragraph(inline(element));
      default -> element.content().forEach(this::block);
    }
  }

  private void paragraph(String words) {
    if (!words.isBlank()) {
      text.append(words).append("\n\n");
    }
  }

  private static String lines(Html.Element list, String mark) {
    return list.content().stream()
        .map(item -> mark + inline(item))
        .collect(Collectors.joining("\n"));
  }

  private static String descriptions(List<Html> content) {
    var lines = new StringBuilder();
    for (var each : content) {
      var isTerm = each instanceof Html.Element element && element.name().equals("dt");
      lines.append(isTerm ? "- " + inline(each) + ": " : inline(each) + "\n");
    }
    return lines.toString().stripTrailing();
  }

  private void table(Html.Element table) {
    var lines = new StringBuilder();
    for (var part : elements(table)) {
      var rows = elements(part);
      if (part.name().equals("caption")) {
        paragraph(inline(part.content()));
      }
      rows.forEach(row -> lines.append(row(row)));
      if (part.name().equals("thead")) {
        rows.forEach(row -> lines.append(rule(row)));
      }
    }
    paragraph(lines.toString().stripTrailing());
  }

  private static List<Html.Element> elements(Html.Element element) {
    return element.content().stream()
        .filter(Html.Element.class::isInstance)
        .map(Html.Element.class::cast)
        .toList();
  }

  private static String row(Html.Element row) {
    return row.content().stream()
        .map(cell -> inline(cell).replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String rule(Html.Element row) {
    return row.content().stream().map(_ -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String inline(List<Html> content) {
    return content.stream().map(Markdown::inline).collect(Collectors.joining());
  }

  private static String inline(Html html) {
    return switch (html) {
      case Html.Text(var words) -> escaped(words);
      case Html.Verbatim _ -> "";
      case Html.Element element ->
          switch (element.name()) {
            case "a" -> link(element);
            case "img" -> "!" + link(attribute(element, "alt"), attribute(element, "src"));
            case "strong" -> "**" + inline(element.content()) + "**";
            case "code" -> "`" + inline(element.content()) + "`";
            default -> inline(element.content());
          };
    };
  }

  private static String link(Html.Element link) {
    var words = inline(link.content());
    var target = attribute(link, "href");
    return target.startsWith("#") ? words : "[" + words + "](" + target + ")";
  }

  private static String link(String words, String target) {
    return "[" + escaped(words) + "](" + target + ")";
  }

  private static String attribute(Html.Element element, String name) {
    return element.attributes().getOrDefault(name, "");
  }

  private static String escaped(String words) {
    return words
        .replaceAll("[\\\\`*_\\[\\]~]", "\\\\$0")
        .replace("<", "&lt;")
        .replaceAll("\\s+", " ");
  }
}
