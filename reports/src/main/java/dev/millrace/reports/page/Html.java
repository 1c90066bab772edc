package dev.millrace.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A piece of an HTML page. Text and attribute values are escaped when written, always.
sealed interface Html {
  /// Elements that have no content and no end tag.
  Set<String> VOID = Set.of("meta", "img", "br", "hr", "link", "input");

  /// Elements within a line of text, where a line break would show as a space.
  Set<String> INLINE = Set.of("a", "strong", "small", "code", "span", "td", "th");

  /// Appends the markup.
  void writeTo(StringBuilder page);

  /// Text between tags.
  record Text(String text) implements Html {
    @Override
    public void writeTo(StringBuilder page) {
      page.append(escaped(text));
    }
  }

  /// An element, its attributes in order, and what is inside.
  record Element(String name, Map<String, String> attributes, List<Html> content) implements Html {
    @Override
    public void writeTo(StringBuilder page) {
      page.append('<').append(name);
      attributes.forEach((key, value) ->
          page.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
      page.append('>');
      if (!VOID.contains(name)) {
        content.forEach(each -> each.writeTo(page));
        page.append("</").append(name).append(INLINE.contains(name) ? ">" : ">\n");
      }
    }

    /// The same element with one more attribute.
    Element with(String key, String value) {
      var more = new LinkedHashMap<>(attributes);
      more.put(key, value);
      return new Element(name, more, content);
    }
  }

  /// A style sheet or script: our own text, the only one that is not escaped.
  record Verbatim(String element, String text) implements Html {
    @Override
    public void writeTo(StringBuilder page) {
      page.append('<').append(element).append(">\n").append(text);
      page.append("</").append(element).append(">\n");
    }
  }

  /// An element around other pieces.
  static Element of(String name, Html... content) {
    return new Element(name, Map.of(), List.of(content));
  }

  /// An element around other pieces.
  static Element of(String name, List<? extends Html> content) {
    return new Element(name, Map.of(), new ArrayList<Html>(content));
  }

  /// An element around a text.
  static Element of(String name, String text) {
    return of(name, new Text(text));
  }

  /// A link.
  static Element link(String target, String text) {
    return of("a", text).with("href", target);
  }

  private static String escaped(String text) {
    var safe = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      switch (letter) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(Character.isISOControl(letter) ? ' ' : letter);
      }
    }
    return safe.toString();
  }
}
