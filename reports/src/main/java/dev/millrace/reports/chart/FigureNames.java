package dev.millrace.reports.chart;

import dev.millrace.reports.study.Panel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Gives figures the stems of their file names: plain, short, and each only once.
public final class FigureNames {
  private static final int LONGEST = 60;

  private final Map<String, Integer> given = new HashMap<>();

  /// Names, none of which is one of those.
  public FigureNames(String... taken) {
    for (var each : taken) {
      given.put(each, 1);
    }
  }

  /// The name of a kind of figure of a panel.
  String of(Panel panel, String kind) {
    return of(panel.title() + "-" + kind);
  }

  /// A name made of some words.
  public String of(String words) {
    var plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var stem = plain.replaceAll("^-+", "");
    var cut = stem.substring(0, Math.min(LONGEST, stem.length()));
    var nth = given.merge(cut, 1, Integer::sum);
    return nth == 1 ? cut : cut + "-" + nth;
  }
}
