package dev.millrace.bench.job;

import dev.millrace.action.Action;
import dev.millrace.io.plan.PlanFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The registry of jobs: one line each, and a pipeline of that name among the resources.
public enum Jobs {
  /// Rules on each item alone: the work that parallelism is made for.
  RULES,
  /// A running value from item to item: nothing to do in parallel, so the curve must stay flat.
  SCAN,
  /// Keeps one of each key: little work an item, and all of it meets in one place.
  DEDUPLICATE,
  /// Groups, then sorts the groups: much reading, few items left to put together.
  GROUP_SORT,
  /// Hundreds of needles, regular expressions and hashes: so much work an item that nothing else
  /// counts.
  TEXT;

  /// The name that users type: `group-sort` for `GROUP_SORT`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The names of all jobs.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Jobs::label).toList();
  }

  /// The job of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Jobs of(String label) {
    return Arrays.stream(values())
        .filter(job -> job.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no job named '" + label + "'"));
  }

  /// The actions of the job.
  public List<Action> actions() {
    String resource = "/jobs/" + label() + ".json";
    try (InputStream stream = Jobs.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return PlanFile.parse(text, resource).actions();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
