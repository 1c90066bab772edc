package dev.millrace.io.file;

import dev.millrace.plan.Suggestion;
import java.util.Collection;

/// The end of a message about an unknown name.
public final class DidYouMean {
  private DidYouMean() {}

  /// `; did you mean 'price'?`, or nothing when no known name is near.
  public static String hint(String name, Collection<String> known) {
    String near = Suggestion.near(name, known);
    return near == null ? "" : "; did you mean '" + near + "'?";
  }
}
