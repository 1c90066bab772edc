package dev.millrace.share;

import dev.millrace.plan.Step;

/// What an action has of the time of some units.
///
/// @param step the action
/// @param share its share, from 0 to 1; what the actions of a unit leave is the engine's own
public record Share(Step step, double share) {}
