/// Rewrites of checked plans that change how much work a run does and nothing else: the same items,
/// in the same order, the same errors and the same counts under every policy.
///
/// A [dev.millrace.optimiser.Rewrite] says in its page when it is legal and why. What makes most of
/// them so is that an expression cannot fail, see [dev.millrace.optimiser.Totality]; what may fail
/// keeps its place in its action, since that is what its errors name. One rewrite more is one class
/// and one line in [dev.millrace.optimiser.Rewrites].
@NullMarked
package dev.millrace.optimiser;

import org.jspecify.annotations.NullMarked;
