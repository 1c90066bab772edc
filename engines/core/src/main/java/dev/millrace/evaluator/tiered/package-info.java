/// Vectorised at first, compiled when that pays.
@NullMarked
package dev.millrace.evaluator.tiered;

import org.jspecify.annotations.NullMarked;
