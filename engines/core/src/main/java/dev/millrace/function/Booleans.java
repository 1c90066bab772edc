package dev.millrace.function;

/// Functions that give booleans.
public final class Booleans {
  private Booleans() {}

  /// The boolean that a text writes.
  public static boolean parse(String text) {
    return switch (Texts.lower(Texts.trim(text))) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default -> throw new EvaluationException("'" + Require.shown(text) + "' is not a boolean");
    };
  }
}
