package dev.millrace.plan;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The rules of regular expressions in plans: a pattern compiles, a replacement names its groups
/// only.
final class PatternRules {
  private PatternRules() {}

  /// Checks a pattern.
  static void checkPattern(String pattern, String path, Problems problems) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException malformed) {
      String place = malformed.getIndex() < 0 ? "" : " at place " + malformed.getIndex();
      problems.add(path + ".pattern", "bad pattern: " + malformed.getDescription() + place);
    }
  }

  /// Checks a pattern and what replaces its matches.
  static void checkReplacement(String pattern, String with, String path, Problems problems) {
    checkPattern(pattern, path, problems);
    try {
      var everything = Pattern.compile("(?:" + pattern + ")|");
      everything.matcher("").replaceFirst(with);
    } catch (PatternSyntaxException reportedAlready) {
      return;
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      problems.add(path + ".with", "bad replacement: " + malformed.getMessage());
    }
  }
}
