package dev.millrace.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions over texts. Places and lengths count code points; cases follow no locale.
public sealed interface TextExpression extends Expression {
  /// The operands one after another; a null operand adds nothing, numbers and booleans are written
  /// as texts.
  ///
  /// @param of the operands
  record Concat(List<Expression> of) implements TextExpression {}

  /// The text in lower case.
  ///
  /// @param text the text
  record Lower(Expression text) implements TextExpression {}

  /// The text in upper case.
  ///
  /// @param text the text
  record Upper(Expression text) implements TextExpression {}

  /// The words of the text run together, each but the first with a capital: `redWoolShirt`.
  ///
  /// @param text the text
  record CamelCase(Expression text) implements TextExpression {}

  /// The text with each word in lower case but for a capital first: `Red Wool-Shirt`.
  ///
  /// @param text the text
  record TitleCase(Expression text) implements TextExpression {}

  /// The words of the text in lower case with hyphens between: `red-wool-shirt`.
  ///
  /// @param text the text
  record KebabCase(Expression text) implements TextExpression {}

  /// The text without white space, no-break spaces included, at its ends.
  ///
  /// @param text the text
  record Trim(Expression text) implements TextExpression {}

  /// The text with every occurrence of another replaced, left to right; an empty one occurs
  /// nowhere.
  ///
  /// @param text the text
  /// @param find what is replaced
  /// @param with what stands in its place
  record Replace(Expression text, Expression find, Expression with) implements TextExpression {}

  /// The text with every match of a regular expression replaced.
  ///
  /// @param text the text
  /// @param pattern the regular expression, in the syntax of `java.util.regex`
  /// @param with the replacement; `$1` stands for a group, `\$` for a dollar sign
  record RegexReplace(Expression text, String pattern, String with) implements TextExpression {}

  /// Whether a regular expression matches somewhere in the text.
  ///
  /// @param text the text
  /// @param pattern the regular expression, in the syntax of `java.util.regex`
  record RegexMatches(Expression text, String pattern) implements TextExpression {}

  /// What a group of a regular expression holds in its first match in the text, null when nothing
  /// matches or the group has no part in the match.
  ///
  /// @param text the text
  /// @param pattern the regular expression, in the syntax of `java.util.regex`
  /// @param group the number of the group, 0 when absent: the whole match
  record RegexExtract(Expression text, String pattern, @Nullable Integer group)
      implements TextExpression {}

  /// Whether a text occurs in the text.
  ///
  /// @param text the text
  /// @param find what is looked for
  record Contains(Expression text, Expression find) implements TextExpression {}

  /// Whether at least one of some constant texts occurs in the text.
  ///
  /// @param text the text
  /// @param needles what is looked for, in the same case as it stands in the text
  record ContainsAny(Expression text, List<String> needles) implements TextExpression {}

  /// Whether the text begins with a text.
  ///
  /// @param text the text
  /// @param prefix the beginning
  record StartsWith(Expression text, Expression prefix) implements TextExpression {}

  /// Whether the text ends with a text.
  ///
  /// @param text the text
  /// @param suffix the end
  record EndsWith(Expression text, Expression suffix) implements TextExpression {}

  /// How many code points the text has.
  ///
  /// @param text the text
  record Length(Expression text) implements TextExpression {}

  /// A part of the text; places beyond its ends are cut off.
  ///
  /// @param text the text
  /// @param from the first place, counted from 0; a negative one counts back from the end, at most
  ///   to the start
  /// @param count how many code points; to the end when absent
  record Substring(Expression text, int from, @Nullable Integer count) implements TextExpression {}

  /// The parts of the text between the occurrences of a separator, empty ones included.
  ///
  /// @param text the text
  /// @param separator the separator, not empty
  record Split(Expression text, String separator) implements TextExpression {}

  /// The elements of a list, written as texts, with a separator between; null elements are left
  /// out.
  ///
  /// @param list the list
  /// @param separator the separator
  record Join(Expression list, String separator) implements TextExpression {}

  /// How many code points must at least be inserted, deleted or replaced to make one text of the
  /// other (Levenshtein's distance). Work is the product of the lengths, so a text of more than
  /// 1,000 code points is an item error.
  ///
  /// @param text one text
  /// @param to the other
  record EditDistance(Expression text, Expression to) implements TextExpression {}
}
