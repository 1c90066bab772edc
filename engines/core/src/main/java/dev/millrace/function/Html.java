package dev.millrace.function;

import java.util.Set;

/// Functions of HTML. Any text is HTML; work is linear in its length.
public final class Html {
  private static final Set<String> WITHIN_WORDS =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
          "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");
  private static final Set<String> WITHOUT_TEXT = Set.of("script", "style");

  private Html() {}

  /// The text between the tags.
  public static String strip(String html) {
    var out = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      int textEnd = open < 0 ? html.length() : open;
      out.append(html, at, textEnd);
      at = open < 0 ? textEnd : skipMarkup(html, open, out);
    }
    return collapse(out);
  }

  /// Passes over what begins with `<`: adds the gap it leaves, or the sign itself where no markup
  /// begins. Gives the place behind it.
  private static int skipMarkup(String html, int open, StringBuilder out) {
    char next = open + 1 < html.length() ? html.charAt(open + 1) : ' ';
    if (next == '!' || next == '?') {
      boolean comment = html.startsWith("<!--", open);
      return comment ? after(html, "-->", open + 2) : after(html, ">", open);
    }
    int nameAt = next == '/' ? open + 2 : open + 1;
    int nameEnd = nameEnd(html, nameAt);
    if (nameEnd == nameAt) {
      out.append('<');
      return open + 1;
    }
    String name = Texts.lower(html.substring(nameAt, nameEnd));
    out.append(WITHIN_WORDS.contains(name) ? "" : " ");
    int end = tagEnd(html, nameEnd);
    return next != '/' && WITHOUT_TEXT.contains(name) ? closing(html, name, end) : end;
  }

  private static int after(String html, String sign, int from) {
    int at = html.indexOf(sign, from);
    return at < 0 ? html.length() : at + sign.length();
  }

  private static int nameEnd(String html, int from) {
    int at = from;
    while (at < html.length() && isOfName(html.charAt(at), at == from)) {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    boolean later = (c >= '0' && c <= '9') || c == '-' || c == ':';
    return letter || (later && !first);
  }

  /// The place behind a tag's `>`; one between quotes does not end it.
  private static int tagEnd(String html, int from) {
    char quote = 0;
    for (int at = from; at < html.length(); at++) {
      char c = html.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return at + 1;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    return html.length();
  }

  /// The place of the tag that closes an element whose content is not text.
  private static int closing(String html, String name, int from) {
    String tag = "</" + name;
    int at = html.indexOf("</", from);
    while (at >= 0 && !html.regionMatches(true, at, tag, 0, tag.length())) {
      at = html.indexOf("</", at + 2);
    }
    return at < 0 ? html.length() : at;
  }

  /// Makes each run of white space, as HTML has it, one space; none at the ends.
  private static String collapse(StringBuilder text) {
    var out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space) {
        out.append(gap && !out.isEmpty() ? " " : "").append(c);
      }
      gap = space;
    }
    return out.toString();
  }

  /// The text with its character references replaced.
  public static String unescape(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int end = Entities.end(text, at + 1);
      int codePoint = end < 0 ? -1 : Entities.codePoint(text.substring(at + 1, end));
      if (codePoint >= 0) {
        out.append(text, copied, at).appendCodePoint(codePoint);
        copied = end + 1;
      }
      at = text.indexOf('&', codePoint >= 0 ? copied : at + 1);
    }
    return out.append(text, copied, text.length()).toString();
  }
}
