/// Iterator fusion: actions are pull streams over each other, expressions are closures over each
/// other. One item is alive between two actions.
@NullMarked
package dev.millrace.evaluator.fused;

import org.jspecify.annotations.NullMarked;
