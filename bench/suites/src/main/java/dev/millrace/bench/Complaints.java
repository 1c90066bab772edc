package dev.millrace.bench;

import dev.millrace.plan.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Refuses options that make no sense, in one line each.
///
/// @param spec the command whose options they are
record Complaints(CommandSpec spec) {

  /// Refuses names that there are not.
  ///
  /// @param kind what they name, such as `engine`
  /// @throws ParameterException if one is not among the known
  void known(String kind, List<String> names, List<String> known) {
    for (String name : names) {
      String near = Suggestion.near(name, known);
      String hint = near == null ? "" : "; did you mean '" + near + "'?";
      String all = " (there is " + String.join(", ", known) + ")";
      refuse(!known.contains(name), "no " + kind + " named '" + name + "'" + hint + all);
    }
  }

  /// Refuses numbers below 1.
  ///
  /// @param value null when the option was not given
  /// @throws ParameterException if it is below 1
  void positive(String option, @Nullable Integer value) {
    refuse(value != null && value < 1, option + ": wants 1 or more, not " + value);
  }

  /// Refuses what is wrong.
  ///
  /// @throws ParameterException if it is
  void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
