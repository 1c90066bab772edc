package dev.millrace.reports.chart;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.study.Panel;
import java.util.List;

/// A kind of chart of a panel. Each kind is a class of its own and a line in [PanelCharts#ALL].
public interface PanelChart {
  /// The figures of this kind; none where the panel lacks what they would show.
  List<Figure> of(Panel panel, Setting setting);

  /// What all charts of a panel share.
  ///
  /// @param pens which pen draws which line
  /// @param machine whose cores are marked
  /// @param names gives each figure the name of its files
  /// @param family all panels of the same benchmark class, mode and unit, the panel among them
  record Setting(Pens pens, Environment.Machine machine, FigureNames names, List<Panel> family) {
    public Setting {
      family = List.copyOf(family);
    }
  }
}
