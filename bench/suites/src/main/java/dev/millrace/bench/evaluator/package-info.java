/// The jobs that evaluators are measured by: each a plan, a generated feed, and the same job as a
/// loop written by hand.
///
/// One job more is one final class that implements `EvaluatorJob`, which permits it, and a line in
/// `EvaluatorJobs`.
@NullMarked
package dev.millrace.bench.evaluator;

import org.jspecify.annotations.NullMarked;
