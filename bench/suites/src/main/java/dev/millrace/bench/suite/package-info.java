/// The JMH suites, one question each.
@NullMarked
package dev.millrace.bench.suite;

import org.jspecify.annotations.NullMarked;
