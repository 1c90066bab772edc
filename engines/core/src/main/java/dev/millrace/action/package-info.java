/// Actions: from a feed to a feed, as data.
///
/// One action more is one record in the sealed interface of its kind, one line of rule in
/// `PlanChecker`, and one case in each evaluator; the compiler names every place that is missing.
@NullMarked
package dev.millrace.action;

import org.jspecify.annotations.NullMarked;
