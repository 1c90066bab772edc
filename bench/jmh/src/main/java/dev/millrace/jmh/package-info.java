/// JMH profilers for any JMH project: process CPU time per operation, and quantities that a
/// benchmark notes itself.
///
/// Put the jar on the class path of the benchmarks and run them with `-prof
/// dev.millrace.jmh.CpuProfiler`. It needs JMH alone.
@NullMarked
package dev.millrace.jmh;

import org.jspecify.annotations.NullMarked;
