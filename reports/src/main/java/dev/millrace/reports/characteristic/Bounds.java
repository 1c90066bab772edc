package dev.millrace.reports.characteristic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the shipped rule must keep on suites of 20 with five forks a side.
final class Bounds {
  private static final int NO_MARGIN = 0;
  private static final int MARGIN = 1;

  private Bounds() {}

  /// In words, what it does not keep.
  ///
  /// @param suites whose first rows are the shipped rule without a margin and with 2 %
  static List<String> broken(Table suites) {
    return Stream.of(
            new Bound("false alarms, margin 0", NO_MARGIN, SuiteTable.FALSE_ALARM, 0.05),
            new Bound("false alarms, margin 2 %", MARGIN, SuiteTable.FALSE_ALARM, 0.01),
            new Bound("+10 % found, margin 0", NO_MARGIN, SuiteTable.FINDS_10, 0.60),
            new Bound("+10 % found, margin 2 %", MARGIN, SuiteTable.FINDS_10, 0.55))
        .filter(bound -> bound.isBrokenIn(suites))
        .map(bound -> bound.words(suites))
        .toList();
  }

  private record Bound(String what, int row, int column, double share) {
    boolean isBrokenIn(Table suites) {
      var measured = suites.share(row, column);
      return isAtMost() ? measured > share : measured < share;
    }

    private boolean isAtMost() {
      return column == SuiteTable.FALSE_ALARM;
    }

    String words(Table suites) {
      return String.format(
          Locale.ROOT,
          "%s: %.2f %%, must be at %s %.0f %%",
          what,
          100 * suites.share(row, column),
          isAtMost() ? "most" : "least",
          100 * share);
    }
  }
}
