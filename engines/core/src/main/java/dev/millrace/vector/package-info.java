/// Columns of values in flat arrays: what blocks of items are made of, and what the vectorised
/// evaluator works on.
@NullMarked
package dev.millrace.vector;

import org.jspecify.annotations.NullMarked;
