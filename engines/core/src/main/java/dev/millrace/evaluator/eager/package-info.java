/// The reference: a list after each action, each expression interpreted from its description.
///
/// Slow and obvious on purpose. It shares the meanings of functions (`dev.millrace.function`) with
/// the other evaluators and nothing else.
@NullMarked
package dev.millrace.evaluator.eager;

import org.jspecify.annotations.NullMarked;
