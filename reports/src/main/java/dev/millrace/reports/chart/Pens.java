package dev.millrace.reports.chart;

import dev.millrace.reports.study.Line;
import dev.millrace.reports.study.Panel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which [Pen] draws which line; a name keeps its pen in every chart of the same benchmark class.
public final class Pens {
  private final Map<String, Pen> byName = new LinkedHashMap<>();

  private Pens(Collection<Panel> panels) {
    panels.stream()
        .flatMap(panel -> panel.lines().stream())
        .map(Line::name)
        .distinct()
        .forEach(name -> byName.put(name, Pen.of(byName.size())));
  }

  /// Pens for every line of the panels, in the order of their first appearance.
  public static Pens of(Collection<Panel> panels) {
    return new Pens(panels);
  }

  /// The pen of a line.
  Pen of(String name) {
    var pen = byName.get(name);
    if (pen == null) {
      throw new IllegalArgumentException("no pen for " + name);
    }
    return pen;
  }

  /// The names in order.
  Collection<String> names() {
    return byName.keySet();
  }
}
