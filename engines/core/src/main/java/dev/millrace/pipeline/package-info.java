/// What a plan becomes before it runs, and the small interfaces by which evaluators and schedulers
/// meet.
///
/// ```
/// steps ──► Pipeline = Segment* + tail
///           Segment  = item-wise stage, then a Seam: Ordered | Aggregated | Branched | Appended
///
/// Chunk ──open──► ItemStream ──stages──► ItemStream ──drain──► Part (items, notes, failure)
/// ```
///
/// An [Evaluator] decides how items go through a stage; a scheduler decides which thread drains
/// which chunk, and when. A failure is data: it ends the stream of its part, and reaches the caller
/// only if somebody needs the items behind it.
@NullMarked
package dev.millrace.pipeline;

import org.jspecify.annotations.NullMarked;
