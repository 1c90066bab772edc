package dev.millrace.reports.chart;

import java.awt.Rectangle;

/// Places for equal charts, row by row, below the words of a figure.
///
/// @param wide the width of a place
/// @param high its height, without the heading above it
record Tiles(int columns, int wide, int high) {
  private static final int LEFT = 8;
  private static final int TOP = 50;
  private static final int HEADING = 22;
  private static final int GAP = 4;
  private static final int WIDTH = 768;
  private static final double SLOPE = 0.78;
  private static final int HIGHEST = 250;

  /// Tiles of the usual width for some charts: in the columns that leave few places empty.
  ///
  /// @param most how many may stand side by side: the more is in them, the fewer
  static Tiles of(int charts, int most) {
    var wanted =
        switch (charts) {
          case 1 -> 1;
          case 2, 4 -> 2;
          default -> charts <= 9 ? 3 : 4;
        };
    var columns = Math.min(wanted, most);
    var wide = WIDTH / columns;
    return new Tiles(columns, wide, (int) Math.min(wide * SLOPE, HIGHEST));
  }

  /// The place of the n-th chart, from 0.
  Rectangle place(int index) {
    var x = LEFT + index % columns * wide;
    var y = TOP + HEADING + index / columns * (high + HEADING + GAP);
    return new Rectangle(x, y, wide - GAP, high);
  }

  /// The width of all columns.
  int width() {
    return columns * wide;
  }
}
