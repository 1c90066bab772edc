package dev.millrace.reports.rule;

import dev.millrace.reports.statistics.Ratio;

/// What the rule says of one series, and the numbers it rests on.
///
/// @param change candidate over baseline, geometric means over forks, with the 95 % interval of the
///   very model that judges; it is of this series alone, not adjusted for the suite
/// @param hodgesLehmann the median of the ratios of all pairs of forks: a second opinion that a
///   single odd fork does not move
/// @param pWorse how likely such numbers are if the series is not worse than its margin, adjusted
///   over the suite by Holm
/// @param pBetter the same for better
/// @param pEquivalent how likely such numbers are if the series differs by the margin or more: two
///   one-sided tests, the greater p; not adjusted
/// @param moreForks how many more forks a side would probably decide: 0 when decided,
///   [Rule#MOST_FORKS] when so many or more
public record Finding(
    Outcome outcome,
    Ratio change,
    double hodgesLehmann,
    double pWorse,
    double pBetter,
    double pEquivalent,
    int moreForks) {}
