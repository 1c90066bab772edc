package dev.millrace.jmh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.ProfilerException;

/// The options of a profiler as they stand behind its name, `-prof NAME:option=value;option=value`.
final class ProfilerOptions {
  private static final Pattern TIME = Pattern.compile("(\\d{1,12})(ns|us|ms|s)");
  private static final Map<String, TimeUnit> UNITS =
      Map.of(
          "ns", TimeUnit.NANOSECONDS,
          "us", TimeUnit.MICROSECONDS,
          "ms", TimeUnit.MILLISECONDS,
          "s", TimeUnit.SECONDS);

  private final String profiler;
  private final Map<String, String> values = new HashMap<>();

  /// Reads the options of a profiler.
  ///
  /// @param profiler what messages call it
  /// @param known the names that it has
  /// @throws ProfilerException if there are others
  ProfilerOptions(String profiler, String line, List<String> known) throws ProfilerException {
    this.profiler = profiler;
    for (String option : line.split(";", -1)) {
      String[] pair = option.strip().split("=", 2);
      if (pair.length == 2 && known.contains(pair[0])) {
        values.put(pair[0], pair[1]);
      } else if (!option.isBlank()) {
        throw new ProfilerException(
            profiler + ": no option '" + option.strip() + "' (there is " + shown(known) + ")");
      }
    }
  }

  /// The value of an option.
  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /// The value of an option that is a time, such as `10ms`, in nanoseconds.
  ///
  /// @throws ProfilerException if it is none
  long nanos(String name, String otherwise) throws ProfilerException {
    String text = text(name, otherwise);
    Matcher time = TIME.matcher(text);
    TimeUnit unit = time.matches() ? UNITS.get(time.group(2)) : null;
    if (unit == null) {
      throw new ProfilerException(
          profiler + ": " + name + ": wants a time such as 10ms, not '" + text + "'");
    }
    return unit.toNanos(Long.parseLong(time.group(1)));
  }

  /// The value of an option that is a number from 1 up.
  ///
  /// @throws ProfilerException if it is none
  int count(String name, String otherwise) throws ProfilerException {
    String text = text(name, otherwise);
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new ProfilerException(
          profiler + ": " + name + ": wants a number from 1 up, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static String shown(List<String> known) {
    return known.stream().map(name -> name + "=…").reduce((a, b) -> a + ", " + b).orElse("none");
  }
}
