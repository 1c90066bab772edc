package dev.millrace.io.cli;

import dev.millrace.io.file.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One of the constants of a registry, named on the command line in lower case with hyphens.
final class Choice {
  private Choice() {}

  /// The constant that a user named.
  ///
  /// @param what what it is, for the message
  /// @throws UsageException if there is none of that name
  static <E extends Enum<E>> E of(Class<E> registry, String what, String name) {
    for (E constant : registry.getEnumConstants()) {
      if (label(constant).equals(name)) {
        return constant;
      }
    }
    List<String> labels = labels(registry);
    String all = String.join(", ", labels);
    String hint = DidYouMean.hint(name, labels);
    throw new UsageException("unknown " + what + " '" + name + "' (there are: " + all + ")" + hint);
  }

  /// The names of all constants of a registry.
  static <E extends Enum<E>> List<String> labels(Class<E> registry) {
    return Arrays.stream(registry.getEnumConstants()).map(Choice::label).toList();
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
