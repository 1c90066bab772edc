package dev.millrace.reports.scaling;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Panel;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says in words where the speed-up of a line went, as `at 2 workers forkjoin keeps 71 %: 18 %
/// idle, 9 % GC, 2 % inflated work`.
public final class LostSentence {
  private static final double LEAST = 0.005;

  private LostSentence() {}

  /// A line of a panel, and its sentence.
  ///
  /// @param isTold whether the causes are known, as CPU time was measured
  public record Said(String line, String words, boolean isTold) {}

  /// A sentence for each line that has a loss to speak of: at its greatest position that does not
  /// exceed the cores of the machine, or else at its first.
  public static List<Said> of(Panel panel, Environment.Machine machine) {
    var cores = LostSpeedUp.cores(machine);
    var chosen = new ArrayList<LostSpeedUp>();
    for (var each : LostSpeedUp.of(panel, machine)) {
      var isSame = !chosen.isEmpty() && chosen.getLast().line().equals(each.line());
      if (isSame && each.position() <= cores) {
        chosen.set(chosen.size() - 1, each);
      } else if (!isSame) {
        chosen.add(each);
      }
    }
    var unit = panel.axis() instanceof Axis.JmhThreads ? "JMH threads" : "workers";
    return chosen.stream()
        .map(each -> new Said(each.line(), words(each, unit), !each.split().lost().isEmpty()))
        .toList();
  }

  private static String words(LostSpeedUp lost, String unit) {
    var split = lost.split();
    var at = "at " + Decimal.significant(lost.position(), 3) + " " + unit + " ";
    var kept = at + lost.line() + " keeps " + percent(split.kept());
    if (split.lost().isEmpty()) {
      return kept + "; where the rest went is not known, as CPU time was not measured";
    }
    var parts =
        split.lost().entrySet().stream()
            .filter(each -> Math.abs(each.getValue()) >= LEAST)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(each -> part(each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? kept : kept + ": " + parts;
  }

  /// A share that is below 0 is time saved against one worker.
  private static String part(Use use, double share) {
    return share < 0
        ? percent(-share) + " saved (" + use.words() + ")"
        : percent(share) + " " + use.words();
  }

  private static String percent(double share) {
    return Decimal.percent(share);
  }
}
