package dev.millrace.reports.page;

import dev.millrace.reports.page.Content.Charted;
import dev.millrace.reports.scaling.LostSentence;
import dev.millrace.reports.scaling.LostSentence.Said;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.List;

/// Why speed-ups were lost: a sentence for each line of each panel that was measured with one
/// worker and with more.
final class LostSection implements Section {
  private static final String ABOUT =
      "Of the core time that all workers held (workers × run time), the share that is kept is the "
          + "efficiency; the rest is what the operation held more than with one worker of the same "
          + "engine: time without anything to run, the collector with the cores that it stopped, the "
          + "compiler, and CPU time that the work itself took more. Shares add up to 100 %.";
  private static final String UNKNOWN =
      "Speed-ups were measured without CPU time, so what was idle and what was added work cannot be "
          + "told apart; -prof dev.millrace.jmh.CpuProfiler measures it in any JMH project.";

  @Override
  public String id() {
    return "lost";
  }

  @Override
  public String title() {
    return "Where the speed-up went";
  }

  @Override
  public List<Html> body(Content content) {
    var parts = new ArrayList<Html>();
    var isLacking = false;
    for (var charted : content.subjects()) {
      var said = LostSentence.of(charted.panel(), content.machine());
      isLacking |= !said.isEmpty();
      var items =
          said.stream().filter(Said::isTold).map(each -> item(content, charted, each)).toList();
      if (!items.isEmpty()) {
        parts.add(Html.of("h3", Html.link("#" + charted.anchor(), charted.panel().title())));
        parts.add(Html.of("ul", items).with("class", "findings"));
      }
    }
    if (!parts.isEmpty()) {
      parts.addFirst(Html.of("p", ABOUT));
    } else if (isLacking) {
      parts.add(Html.of("p", UNKNOWN));
    }
    return parts;
  }

  private static Html item(Content content, Charted charted, Said said) {
    var text = new StringBuilder(said.words());
    content.traces().stream()
        .filter(traced -> traced.isOf(charted.panel(), said.line()))
        .findFirst()
        .ifPresent(traced -> text.append(idle(traced)));
    return Html.of("li", text.append('.').toString());
  }

  /// Where the idle time of a traced run was.
  private static String idle(Traced traced) {
    return traced.idle().during().stream()
        .findFirst()
        .map(most ->
            "; in a traced run "
                + Decimal.percent(most.time() / traced.idle().total())
                + " of the idle time was during "
                + most.where())
        .orElse("");
  }
}
