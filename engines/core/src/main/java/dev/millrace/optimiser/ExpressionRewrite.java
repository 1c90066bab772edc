package dev.millrace.optimiser;

import dev.millrace.expression.Expression;

/// A rewrite within one expression of an action.
///
/// What comes out has the same value for every item, or fails with the same message at the same
/// place. So a part that may fail stays where it is in the whole: operands before it may be
/// replaced, but none may come or go.
public non-sealed interface ExpressionRewrite extends Rewrite {
  /// The expression rewritten, or the very one that was given.
  ///
  /// @param whole an expression of an action
  /// @param totality tells which of its parts cannot fail
  Expression of(Expression whole, Totality totality);
}
