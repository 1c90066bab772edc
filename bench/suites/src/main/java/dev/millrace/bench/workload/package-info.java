/// What the suites work on: a feed, plans over it, and the answers they must give.
@NullMarked
package dev.millrace.bench.workload;

import org.jspecify.annotations.NullMarked;
