package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Charted;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.study.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who wins and by how much, panel by panel, and what to mind before believing it.
final class Findings implements Section {
  /// How many sentences are read before one would rather look things up.
  private static final int MOST_SHOWN = 30;

  private static final int MOST_WINNERS = 6;

  @Override
  public String id() {
    return "findings";
  }

  @Override
  public String title() {
    return "What the numbers say";
  }

  @Override
  public List<Html> body(Content content) {
    var parts = new ArrayList<Html>();
    var winners = winners(content.subjects());
    if (winners != null) {
      parts.add(Html.of("p", winners));
    }
    var items = content.subjects().stream().map(Findings::item).toList();
    parts.add(list(items.subList(0, Math.min(items.size(), MOST_SHOWN))));
    if (items.size() > MOST_SHOWN) {
      var rest = items.subList(MOST_SHOWN, items.size());
      parts.add(Html.of("details", Html.of("summary", rest.size() + " more"), list(rest)));
    }
    var single = single(content.files());
    if (single != null) {
      parts.add(mind(new Html.Text(single)));
    }
    var warnings = warnings(content.files());
    if (!warnings.isEmpty()) {
      parts.add(
          mind(
              new Html.Text("before the run the machine's checks warned of " + warnings + ", see "),
              Html.link("#machine", "the machine"),
              new Html.Text(".")));
    }
    return parts;
  }

  private static Html mind(Html... words) {
    var parts = new ArrayList<Html>(List.of(words));
    parts.addFirst(Html.of("strong", "Mind: "));
    return Html.of("p", parts).with("class", "warn");
  }

  /// Says how many series have one fork alone; null where none has.
  private static @Nullable String single(List<ResultFile> files) {
    var forks =
        files.stream()
            .flatMap(file -> file.series().stream())
            .map(series -> series.primary().forks().size())
            .toList();
    var count = forks.stream().filter(each -> each == 1).count();
    var some = count == forks.size() ? "every series" : count + " of " + forks.size() + " series";
    return count == 0
        ? null
        : "only one fork was measured of " + some + "; how far others would be off is not known.";
  }

  private static Html list(List<Html.Element> items) {
    return Html.of("ul", items).with("class", "findings");
  }

  private static Html.Element item(Charted charted) {
    return Html.of(
        "li",
        Html.of("strong", Html.link("#" + charted.anchor(), charted.panel().title())),
        new Html.Text(": " + Sentence.of(charted.panel())));
  }

  /// How often each line is the fastest of several; null unless some line is so in more than one
  /// panel.
  private static @Nullable String winners(List<Charted> panels) {
    var wins = new LinkedHashMap<String, Long>();
    panels.stream()
        .map(charted -> Standing.of(charted.panel()))
        .filter(Objects::nonNull)
        .filter(standing -> standing.runnerUp() != null)
        .forEach(standing -> wins.merge(standing.winner().line(), 1L, Long::sum));
    if (wins.values().stream().noneMatch(count -> count > 1)) {
      return null;
    }
    var all = wins.values().stream().mapToLong(Long::longValue).sum();
    var shown =
        wins.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_WINNERS)
            .map(each -> each.getKey() + " in " + each.getValue())
            .collect(Collectors.joining(", "));
    var more = wins.size() > MOST_WINNERS ? ", others in the rest" : "";
    return "Best of " + all + " charts: " + shown + more + ".";
  }

  private static String warnings(List<ResultFile> files) {
    return files.stream()
        .flatMap(file -> file.environment().checks().stream())
        .filter(Environment.Check::isWarning)
        .map(Environment.Check::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
