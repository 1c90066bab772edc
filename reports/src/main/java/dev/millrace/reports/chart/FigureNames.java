package dev.millrace.reports.chart;

import dev.millrace.reports.study.Panel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gives figures the stems of their file names: plain, short, and each only once.
public final class FigureNames {
  private static final int LONGEST = 60;

  private final Set<String> given = new HashSet<>();

  /// Names, none of which is one of those.
  public FigureNames(String... taken) {
    given.addAll(List.of(taken));
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
    var name = cut;
    for (var nth = 2; !given.add(name); nth++) {
      name = cut + "-" + nth;
    }
    return name;
  }
}
