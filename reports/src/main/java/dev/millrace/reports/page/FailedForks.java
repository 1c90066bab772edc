package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Source;
import dev.millrace.reports.results.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The forks that left no result, and why. JMH itself passes over them in silence.
final class FailedForks implements Section {
  @Override
  public String id() {
    return "failed";
  }

  @Override
  public String title() {
    return "Failed";
  }

  @Override
  public List<Html> body(Content content) {
    var rows = new ArrayList<Html>();
    for (var source : content.sources()) {
      source.file().failures().forEach(failure -> rows.add(row(source, failure)));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    var words = rows.size() == 1 ? "A fork" : rows.size() + " forks";
    return List.of(
        Html.of("p", words + " left no result; nothing on this page speaks for them."),
        Tables.of(
            "Forks that failed, and why", List.of("benchmark", "params", "reason", "file"), rows));
  }

  private static Html row(Source source, Failure failure) {
    return Html.of(
        "tr",
        Html.of("th", failure.benchmark()).with("scope", "row"),
        Html.of("td", params(failure)).with("class", "words"),
        Html.of("td", failure.reason()).with("class", "words"),
        Html.of("td", source.name()).with("class", "words"));
  }

  private static String params(Failure failure) {
    return new TreeMap<>(failure.params())
        .entrySet().stream()
            .map(param -> param.getKey() + " = " + param.getValue())
            .collect(Collectors.joining(", "));
  }
}
