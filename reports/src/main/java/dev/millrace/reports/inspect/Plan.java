package dev.millrace.reports.inspect;

import dev.millrace.reports.statistics.Costs;
import dev.millrace.reports.statistics.Design;
import dev.millrace.reports.statistics.VarianceComponents;

/// A way to measure a series, and what it gives.
///
/// @param halfWidth of the 95 % interval that it makes expected, as a fraction of the mean
/// @param cost in the unit of the costs
public record Plan(Design design, double halfWidth, double cost) {
  static Plan of(Design design, VarianceComponents variances, Costs costs) {
    return new Plan(design, design.halfWidth(variances) / variances.mean(), design.cost(costs));
  }
}
