package dev.millrace.expression;

/// Expressions over what the web is written in: HTML and URLs.
public sealed interface WebExpression extends Expression {
  /// The text between the tags of HTML, which need not be well formed.
  ///
  /// Comments, declarations, and scripts and styles with their content are left out. A tag that
  /// marks up words (`b`, `em`, `span`, `a` and the like) leaves no gap, any other tag leaves a
  /// space; runs of white space become one space, none at the ends. A `<` that begins no tag stands
  /// for itself; what is not closed extends to the end. Character references stay (see
  /// [HtmlUnescape]).
  ///
  /// @param text the HTML
  record HtmlStrip(Expression text) implements WebExpression {}

  /// The text with the character references of HTML replaced by what they stand for: the 252 names
  /// of HTML 4 and `&apos;`, decimal and hexadecimal numbers. Once, so that `&amp;lt;` gives
  /// `&lt;`. What lacks its semicolon or is not known stays as it is.
  ///
  /// @param text the text
  record HtmlUnescape(Expression text) implements WebExpression {}

  /// The UTF-8 bytes of the text with all but letters, digits and `-._~` written as `%XX`, as RFC
  /// 3986 has it; a space is `%20`.
  ///
  /// @param text the text
  record UrlEncode(Expression text) implements WebExpression {}

  /// The text with every `%XX` replaced by the byte it stands for; a plus sign stands for itself. A
  /// `%` without two hexadecimal digits, and bytes that are not UTF-8, are an item error.
  ///
  /// @param text the text
  record UrlDecode(Expression text) implements WebExpression {}

  /// The words of the text for a place in a URL: in lower case, without accents, with hyphens
  /// between: `creme-brulee-grosse-2`. Letters of other scripts than Latin stay.
  ///
  /// @param text the text
  record Slug(Expression text) implements WebExpression {}
}
