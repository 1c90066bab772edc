/// Chunks as tasks of a ForkJoinPool.
@NullMarked
package dev.millrace.scheduler.forkjoin;

import org.jspecify.annotations.NullMarked;
