package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Charted;
import dev.millrace.reports.page.Content.Source;
import dev.millrace.reports.results.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The machine that was measured on, its checks, and what it can do without any engine.
final class MachineSection implements Section {
  @Override
  public String id() {
    return "machine";
  }

  @Override
  public String title() {
    return "Machine";
  }

  @Override
  public List<Html> body(Content content) {
    var parts = new ArrayList<Html>();
    var environments = environments(content.sources());
    environments.forEach((environment, sources) -> {
      var described = described(environment, sources);
      if (environments.size() == 1) {
        parts.addAll(described);
      } else {
        var names = sources.stream().map(Source::address).collect(Collectors.joining(", "));
        var inside = new ArrayList<Html>();
        inside.add(Html.of("summary", names));
        inside.addAll(described);
        parts.add(Html.of("details", inside).with("open", ""));
      }
    });
    content.controls().forEach(control -> parts.addAll(control(control)));
    return parts;
  }

  private static SequencedMap<Environment, List<Source>> environments(List<Source> sources) {
    var environments = new LinkedHashMap<Environment, List<Source>>();
    sources.forEach(source ->
        environments
            .computeIfAbsent(source.file().environment(), _ -> new ArrayList<>())
            .add(source));
    return environments;
  }

  private static List<Html> described(Environment environment, List<Source> sources) {
    var parts = new ArrayList<Html>();
    parts.add(EnvironmentList.of(environment, sources.stream().map(Source::file).toList()));
    parts.add(checks(environment));
    sources.stream()
        .map(Source::environment)
        .filter(Objects::nonNull)
        .map(address -> Html.of("p", Html.link(address, "environment.json")))
        .forEach(parts::add);
    return parts;
  }

  private static Html checks(Environment environment) {
    if (environment.checks().isEmpty()) {
      return Html.of("p", "Checks of the machine before the run: not recorded.");
    }
    var rows = environment.checks().stream().map(MachineSection::row).toList();
    return Tables.of(
        "Checks of the machine before the run", List.of("check", "verdict", "finding"), rows);
  }

  private static Html row(Environment.Check check) {
    return Html.of(
        "tr",
        Html.of("th", check.name()).with("scope", "row"),
        Html.of("td", check.verdict()).with("class", check.isWarning() ? "words warn" : "words"),
        Html.of("td", check.finding()).with("class", "words"));
  }

  private static List<Html> control(Charted control) {
    var sentence = Sentence.ofControl(control.panel());
    var figures =
        control.figures().stream().map(each -> FigureView.of(each, sentence, null)).toList();
    return List.of(
        Html.of("h3", "The machine itself: " + control.panel().title())
            .with("id", control.anchor()),
        Html.of(
            "p",
            "Bare CPU work without any engine: what this machine can give at most. " + sentence),
        Html.of("div", figures).with("class", "charts"),
        NumberTable.of(control.panel()));
  }
}
