package dev.millrace.reports.study;

import dev.millrace.reports.results.Mode;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a chart shows at each point of a panel: what was measured, or what follows from it.
public sealed interface Plotted permits Quantity, Derived {
  /// The word used in file names.
  String fileName(Mode mode);

  /// What is plotted, in words.
  String words(Mode mode);

  /// Whether greater is better.
  boolean higherIsBetter(Mode mode);

  /// The unit of the readings.
  String unit(Panel panel);

  /// What stands at a point of a line; null when it was not measured or has no meaning there.
  @Nullable Reading at(Panel panel, Line line, Point point);

  /// What perfect scaling would give at a position; null when there is no such notion.
  @Nullable DoubleUnaryOperator ideal(Panel panel);
}
