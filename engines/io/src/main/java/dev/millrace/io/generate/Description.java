package dev.millrace.io.generate;

/// Descriptions as shops write them: 20 to 120 words with HTML tags and entities between.
final class Description {
  private Description() {}

  /// A description.
  static String draw(Dice dice) {
    int words = dice.between(20, 120);
    var text = new StringBuilder(words * 8).append("<p>");
    for (int i = 0; i < words; i++) {
      appendWord(dice, dice.one(Vocabulary.PROSE), text);
      text.append(i == words - 1 ? "." : separator(dice));
    }
    return text.append("</p>").toString();
  }

  private static void appendWord(Dice dice, String word, StringBuilder text) {
    switch (dice.below(30)) {
      case 0 -> text.append("<b>").append(word).append("</b>");
      case 1 -> text.append("&quot;").append(word).append("&quot;");
      case 2 ->
          text.append("<a href=\"https://shop.example.com/?a=1&amp;b=2\">")
              .append(word)
              .append("</a>");
      default -> text.append(word);
    }
  }

  private static String separator(Dice dice) {
    return switch (dice.below(40)) {
      case 0 -> " &amp; ";
      case 1 -> ",&nbsp;";
      case 2 -> ".<br>\n";
      case 3 -> ". ";
      case 4 -> " &#8211; ";
      default -> " ";
    };
  }
}
