package dev.millrace.optimiser;

import dev.millrace.plan.Plan;
import java.util.List;

/// A plan as it is to run. Paths of its steps name the actions of the plan that was written, and so
/// do its errors.
///
/// @param plan the plan
/// @param applied the rewrites that were made, in their order
public record Optimised(Plan plan, List<Applied> applied) {}
