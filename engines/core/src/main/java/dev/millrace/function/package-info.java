/// What the functions that expressions name compute, on plain values: no nulls, no items, no
/// laziness.
///
/// These are the meanings of the words, shared by all evaluators. How nulls, branches, variables
/// and errors flow is each evaluator's own.
@NullMarked
package dev.millrace.function;

import org.jspecify.annotations.NullMarked;
