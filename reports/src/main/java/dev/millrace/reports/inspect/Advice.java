package dev.millrace.reports.inspect;

import dev.millrace.reports.results.Series;
import dev.millrace.reports.statistics.Design;
import dev.millrace.reports.statistics.VarianceComponents;
import org.jspecify.annotations.Nullable;

/// How to measure a series again.
///
/// @param isTimed whether costs are in seconds; else the record does not tell them, a warm-up is
///   taken to be as long as what is measured after it, and the unit is an iteration
/// @param now as it was measured
/// @param target the cheapest way to the interval that was asked for
/// @param affordable the best that the budget pays for; null without a budget, or when costs are
///   unknown
public record Advice(boolean isTimed, Plan now, Plan target, @Nullable Plan affordable) {
  /// What is asked for.
  ///
  /// @param halfWidth of the 95 % interval, as a fraction of the mean
  /// @param budget in seconds for each series; infinite when none was given
  public record Wish(double halfWidth, double budget) {}

  static Advice of(Series series, Design now, VarianceComponents variances, Wish wish) {
    var isTimed = RunTime.isTold(series);
    var costs = RunTime.of(series, now.iterations());
    return new Advice(
        isTimed,
        Plan.of(now, variances, costs),
        Plan.of(Design.forHalfWidth(variances, costs, wish.halfWidth()), variances, costs),
        !isTimed || Double.isInfinite(wish.budget())
            ? null
            : Plan.of(Design.forBudget(variances, costs, wish.budget()), variances, costs));
  }
}
