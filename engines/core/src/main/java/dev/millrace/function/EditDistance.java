package dev.millrace.function;

import dev.millrace.value.Decimal;

/// How far two texts are apart.
public final class EditDistance {
  /// The most code points that a text may have.
  public static final int MAX_LENGTH = 1_000;

  private EditDistance() {}

  /// How many code points must at least be inserted, deleted or replaced to make one text of the
  /// other. Work is the product of the lengths, memory their sum.
  ///
  /// Source: R. A. Wagner and M. J. Fischer, "The string-to-string correction problem", JACM 21
  /// (1), 1974.
  public static Decimal between(String left, String right) {
    int[] rows = codePoints(left);
    int[] columns = codePoints(right);
    int[] above = new int[columns.length + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    int[] row = new int[above.length];
    for (int i = 0; i < rows.length; i++) {
      row[0] = i + 1;
      for (int j = 0; j < columns.length; j++) {
        int replaced = above[j] + (rows[i] == columns[j] ? 0 : 1);
        row[j + 1] = Math.min(replaced, 1 + Math.min(row[j], above[j + 1]));
      }
      int[] done = row;
      row = above;
      above = done;
    }
    return Decimal.of(above[columns.length]);
  }

  private static int[] codePoints(String text) {
    int length = Texts.length(text);
    if (length > MAX_LENGTH) {
      throw new EvaluationException(
          "wants texts of at most " + MAX_LENGTH + " characters to compare, not one of " + length);
    }
    return text.codePoints().toArray();
  }
}
