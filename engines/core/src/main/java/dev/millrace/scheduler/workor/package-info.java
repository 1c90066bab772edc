/// The two-level pipeline: an outer pull pipeline of work and chunks, which workers take turns to
/// advance, and inner streams of items, which they drain outside of it.
///
/// After Channable, "Parallel streaming in Haskell: Part 1" (outer conduit of `WorkOr`), with steps
/// that never wait.
@NullMarked
package dev.millrace.scheduler.workor;

import org.jspecify.annotations.NullMarked;
