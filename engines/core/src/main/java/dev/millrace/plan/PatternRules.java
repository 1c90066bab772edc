package dev.millrace.plan;

import dev.millrace.function.DatePattern;
import dev.millrace.function.NumberPattern;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// The rules of patterns in plans: one compiles, a replacement names its groups only, and so does a
/// number of a group.
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

  /// Checks a pattern and the number of one of its groups.
  static void checkGroup(String pattern, @Nullable Integer group, String path, Problems problems) {
    checkPattern(pattern, path, problems);
    try {
      int groups = Pattern.compile(pattern).matcher("").groupCount();
      if (group != null && (group < 0 || group > groups)) {
        problems.add(path + ".group", "wants a group from 0 to " + groups + ", not " + group);
      }
    } catch (PatternSyntaxException reportedAlready) {
      return;
    }
  }

  /// Checks a pattern that numbers are written by.
  static void checkNumberPattern(String pattern, String path, Problems problems) {
    compile(() -> NumberPattern.of(pattern, null), path, problems);
  }

  /// Checks a pattern that dates are written by.
  static void checkDatePattern(String pattern, String path, Problems problems) {
    compile(() -> DatePattern.of(pattern), path, problems);
  }

  /// Checks a pattern that dates are read by.
  static void checkReadableDatePattern(String pattern, String path, Problems problems) {
    compile(() -> DatePattern.of(pattern).checkReadable(), path, problems);
  }

  private static void compile(Runnable compilation, String path, Problems problems) {
    try {
      compilation.run();
    } catch (IllegalArgumentException malformed) {
      problems.add(path + ".pattern", "bad pattern: " + malformed.getMessage());
    }
  }
}
