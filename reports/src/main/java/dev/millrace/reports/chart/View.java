package dev.millrace.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a [ScalingChart] shows its plot.
///
/// @param marks the cores to mark
/// @param small whether it is one of many in a figure, with shorter labels and no names in it
/// @param focus the only curve in full, the others pale behind it; null for all in full
record View(Pens pens, List<CoreMark> marks, boolean small, @Nullable String focus) {
  View {
    marks = List.copyOf(marks);
  }

  /// The curves that are drawn in full.
  List<Plot.Curve> full(Plot plot) {
    return plot.curves().stream()
        .filter(curve -> focus == null || curve.name().equals(focus))
        .toList();
  }

  /// The curves that are pale.
  List<Plot.Curve> pale(Plot plot) {
    return plot.curves().stream()
        .filter(curve -> focus != null && !curve.name().equals(focus))
        .toList();
  }
}
