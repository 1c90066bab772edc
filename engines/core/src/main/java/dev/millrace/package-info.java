/// How a stream of items is processed, in parallel or not: the registry of engines.
///
/// ```
/// feed (items + schema)   actions ──► plan (checked) ──► engine.run ──► result (feed, counts, errors)
///                                                          │
///        engine = evaluator × scheduler × slot ◄───────────┘
/// ```
///
/// Reading order: `value`, `feed`, `expression`, `action`, `plan`, `engine`, `pipeline`, then
/// `evaluator`, `scheduler` and `slot`.
@NullMarked
package dev.millrace;

import org.jspecify.annotations.NullMarked;
