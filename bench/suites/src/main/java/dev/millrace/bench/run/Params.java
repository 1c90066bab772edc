package dev.millrace.bench.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Values that users chose for params, in place of all those that a suite has.
///
/// @param chosen the values by the names of the params
public record Params(Map<String, List<String>> chosen) {
  /// Every param has the values that its suite says.
  public static final Params NONE = new Params(Map.of());

  /// Values as they were typed.
  ///
  /// @param typed for each param its values, separated by commas
  public static Params of(Map<String, String> typed) {
    var chosen = new LinkedHashMap<String, List<String>>();
    typed.forEach((name, values) -> chosen.put(name, List.of(values.split(",", -1))));
    return new Params(chosen);
  }

  /// The values of a param.
  ///
  /// @param own what the suite says
  String[] values(String name, String[] own) {
    List<String> values = chosen.get(name);
    return values == null ? own : values.toArray(String[]::new);
  }

  /// What is wrong with these values for some suites, in one line; null when nothing is. A number
  /// may stand for any other; of names only those that a suite has.
  public @Nullable String problem(List<Matrix> suites) {
    for (Map.Entry<String, List<String>> param : chosen.entrySet()) {
      List<String[]> known =
          suites.stream().flatMap(suite -> suite.values(param.getKey())).toList();
      if (known.isEmpty()) {
        return "no param named '"
            + param.getKey()
            + "' in these suites (there is "
            + names(suites)
            + ")";
      }
      var values = new TreeSet<String>();
      known.forEach(each -> values.addAll(Arrays.asList(each)));
      for (String value : param.getValue()) {
        if (!values.contains(value) && !(isNumber(value) && isNumber(values.first()))) {
          return param.getKey()
              + ": no '"
              + value
              + "' (there is "
              + String.join(", ", values)
              + ")";
        }
      }
    }
    return null;
  }

  private static String names(List<Matrix> suites) {
    var names = new TreeSet<String>();
    suites.forEach(suite -> names.addAll(suite.names()));
    return String.join(", ", names);
  }

  private static boolean isNumber(String value) {
    return value.matches("[1-9][0-9]{0,8}|0");
  }
}
