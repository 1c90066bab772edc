/// Batches of about a thousand items as columns, each expression one loop over them.
@NullMarked
package dev.millrace.evaluator.vectorised;

import org.jspecify.annotations.NullMarked;
