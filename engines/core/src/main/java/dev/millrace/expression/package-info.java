/// Expressions: from an item to a value, as data.
///
/// One expression more is one record in the sealed interface of its kind, one line of type rule in
/// `ExpressionTypes`, and one case in each evaluator; the compiler names every place that is
/// missing. Its form in plan files follows from the record (see [Construct]).
@NullMarked
package dev.millrace.expression;

import org.jspecify.annotations.NullMarked;
