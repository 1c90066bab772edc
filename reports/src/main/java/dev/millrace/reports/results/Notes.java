package dev.millrace.reports.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is odd about result files though they can be read: one line for each kind of oddity and
/// file, with what to do about it.
public final class Notes {
  private static final int MOST_NAMED = 3;

  /// What JMH leaves of a text such as `a&:b`, in a value and in the JSON of a list of values: it
  /// escapes signs by pairs that begin with `&`, and takes what looks like one for one.
  private static final Pattern MANGLED = Pattern.compile("&(?:[;<>{}\"]|\\\\)");

  private Notes() {}

  /// The notes on one file.
  public static List<String> of(ResultFile file) {
    return of(List.of(file));
  }

  /// The notes on files that are read together, those on each file first.
  public static List<String> of(List<ResultFile> files) {
    var notes = new ArrayList<String>();
    for (var file : files) {
      if (!file.failures().isEmpty()) {
        var failures = file.failures().stream().map(Failure::toString).distinct().toList();
        notes.add(file.path() + ": forks failed: " + named(failures));
      }
      note(notes, file, Notes::edited, "a score is not that of its raw data", "edited by hand?");
      note(
          notes,
          file,
          Notes::mangled,
          "'&' before a sign",
          "JMH writes '&:', '&=', '&-', '&(' and '&)' as '&;', '&>', '&<', '&{' and '&}',"
              + " so it may have been another text");
    }
    for (var file : files) {
      file.notes().forEach(note -> notes.add(file.path() + ": " + note));
    }
    repeated(files).forEach((where, labels) -> notes.add(where + ": " + named(labels)));
    return notes;
  }

  private static void note(
      List<String> notes,
      ResultFile file,
      Function<Series, Stream<String>> oddities,
      String what,
      String why) {
    var found = file.series().stream().flatMap(oddities).toList();
    if (!found.isEmpty()) {
      notes.add(file.path() + ": " + what + " (" + why + "): " + named(found));
    }
  }

  /// Primary scores are averages; so is a secondary one that has an error. How others come about is
  /// up to the profiler.
  private static Stream<String> edited(Series series) {
    var averages = new LinkedHashMap<String, Metric>();
    averages.put("", series.primary());
    series
        .secondary()
        .forEach((name, metric) -> {
          if (!Double.isNaN(metric.error())) {
            averages.put(name + " of ", metric);
          }
        });
    return averages.entrySet().stream()
        .filter(each -> isEdited(each.getValue()))
        .map(each -> each.getKey() + series.identity().label());
  }

  private static boolean isEdited(Metric metric) {
    return !metric.forks().isEmpty() && !JmhScore.of(metric).isThatOf(metric);
  }

  private static Stream<String> mangled(Series series) {
    var texts = new LinkedHashMap<String, String>();
    series.identity().params().forEach((name, value) -> texts.put("param " + name, value));
    texts.put("JVM", series.rest().getOrDefault("jvm", ""));
    texts.put("JVM arguments", series.rest().getOrDefault("jvmArgs", ""));
    return texts.entrySet().stream()
        .filter(each -> MANGLED.matcher(each.getValue()).find())
        .map(each -> each.getKey() + " of " + series.identity().label());
  }

  /// The labels of series that occur more than once, by where they do.
  private static Map<String, List<String>> repeated(List<ResultFile> files) {
    var places = new LinkedHashMap<Identity, List<String>>();
    for (var file : files) {
      file.series()
          .forEach(each ->
              places
                  .computeIfAbsent(each.identity(), _ -> new ArrayList<>())
                  .add(file.path().toString()));
    }
    var repeated = new LinkedHashMap<String, List<String>>();
    places.forEach((identity, paths) -> {
      if (paths.size() > 1) {
        var where = "the same series more than once, in " + String.join(" and ", paths);
        repeated.computeIfAbsent(where, _ -> new ArrayList<>()).add(identity.label());
      }
    });
    return repeated;
  }

  /// The first of some labels, and how many more there are.
  static String named(List<String> labels) {
    var first = labels.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
    var more = labels.size() - MOST_NAMED;
    return (more > 0 ? first + "; and " + more + " more" : first).replaceAll("\\p{Cntrl}+", " ");
  }
}
