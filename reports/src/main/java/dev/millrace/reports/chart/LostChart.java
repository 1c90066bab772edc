package dev.millrace.reports.chart;

import dev.millrace.reports.chart.StackedBars.Kind;
import dev.millrace.reports.scaling.LostSentence;
import dev.millrace.reports.scaling.LostSpeedUp;
import dev.millrace.reports.scaling.Split;
import dev.millrace.reports.scaling.Use;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.Panel;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Why a speed-up was lost: for each line and number of workers, what their core time went to.
final class LostChart implements PanelChart {
  private static final Color KEPT = new Color(0x0072B2);
  private static final String USEFUL = "useful work";
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Rectangle PLACE = new Rectangle(8, 50, 760, 0);

  @Override
  public List<Figure> of(Panel panel, Setting setting) {
    var lost =
        LostSpeedUp.of(panel, setting.machine()).stream()
            .filter(each -> !each.split().lost().isEmpty())
            .toList();
    if (lost.isEmpty()) {
      return List.of();
    }
    var uses = uses(lost);
    var bars = new StackedBars(kinds(uses), rows(lost, uses), "share of workers × run time");
    var place = new Rectangle(PLACE.x, PLACE.y, PLACE.width, bars.height());
    var cell = new Figure.Cell(bars.chart()::draw, place, "", data(panel, lost));
    var heading =
        new Figure.Heading(
            panel.title() + ": where the speed-up went",
            "core time of all workers, against one worker of the same line · below 0: saved",
            words(panel, setting));
    return List.of(new Figure(setting.names().of(panel, "lost"), heading, List.of(cell), null));
  }

  private static String words(Panel panel, Setting setting) {
    return LostSentence.of(panel, setting.machine()).stream()
        .filter(LostSentence.Said::isTold)
        .map(LostSentence.Said::words)
        .collect(Collectors.joining("; "));
  }

  /// The uses that occur, in the order of their kinds.
  private static List<Use> uses(List<LostSpeedUp> lost) {
    return List.of(Use.values()).stream()
        .filter(
            use -> lost.stream().anyMatch(each -> each.split().lost().getOrDefault(use, 0.0) != 0))
        .toList();
  }

  private static List<Kind> kinds(List<Use> uses) {
    var kinds = new ArrayList<Kind>();
    kinds.add(new Kind(USEFUL, KEPT));
    uses.forEach(use -> kinds.add(new Kind(use.words(), colour(use))));
    return kinds;
  }

  private static List<StackedBars.Row> rows(List<LostSpeedUp> lost, List<Use> uses) {
    return lost.stream()
        .map(each -> new StackedBars.Row(name(each), shares(each.split(), uses)))
        .toList();
  }

  private static String name(LostSpeedUp lost) {
    return lost.line() + " · " + Numbers.position(lost.position());
  }

  private static List<Double> shares(Split split, List<Use> uses) {
    var shares = new ArrayList<Double>();
    shares.add(split.kept());
    uses.forEach(use -> shares.add(split.lost().getOrDefault(use, 0.0)));
    return shares;
  }

  /// Each use as a share of the core time held and in core seconds; then the factors.
  private static List<Datum> data(Panel panel, List<LostSpeedUp> lost) {
    var data = new ArrayList<Datum>();
    for (var each : lost) {
      var split = each.split();
      data.addAll(data(panel, each, USEFUL, split.kept()));
      split.lost().forEach((use, share) -> data.addAll(data(panel, each, use.words(), share)));
      var factors = split.factors();
      if (factors != null) {
        data.add(share(panel, each, "utilisation", factors.utilisation()));
        data.add(share(panel, each, "work efficiency", factors.workEfficiency()));
        data.add(share(panel, each, "serial baseline", factors.serialBaseline()));
      }
    }
    return data;
  }

  private static List<Datum> data(Panel panel, LostSpeedUp lost, String what, double share) {
    var seconds = share * lost.split().held() / NANOS_PER_SECOND;
    return List.of(share(panel, lost, what, share), datum(panel, lost, what, seconds, "core-s/op"));
  }

  private static Datum share(Panel panel, LostSpeedUp lost, String what, double value) {
    return datum(panel, lost, what, value, "share");
  }

  private static Datum datum(
      Panel panel, LostSpeedUp lost, String what, double value, String unit) {
    var axis = panel.axis() instanceof Axis.JmhThreads ? "JMH threads" : "workers";
    var quantity = "core time of " + axis;
    var at = Numbers.position(lost.position());
    return new Datum(panel.title(), quantity, lost.line(), at, what, "", value, unit);
  }

  /// The palette of Okabe and Ito (2008), which keeps apart for colour-blind readers, and greys.
  private static Color colour(Use use) {
    return switch (use) {
      case IDLE -> new Color(0xD5DADF);
      case LACKING -> new Color(0x8A949E);
      case GC -> new Color(0xE69F00);
      case JIT -> new Color(0xF0E442);
      case WORK -> new Color(0xD55E00);
      case OTHER -> new Color(0xCC79A7);
      case UNTOLD -> new Color(0x009E73);
    };
  }
}
