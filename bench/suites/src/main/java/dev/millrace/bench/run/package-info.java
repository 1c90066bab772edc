/// Running benchmarks: points are measured round by round, each time in a fork of its own, and
/// every finished fork is on disk before the next one starts.
@NullMarked
package dev.millrace.bench.run;

import org.jspecify.annotations.NullMarked;
