/// Which thread runs which chunk, and when.
///
/// One scheduler more is one package with one final class that implements [Scheduler], and one line
/// in `Engines`.
@NullMarked
package dev.millrace.scheduler;

import org.jspecify.annotations.NullMarked;
