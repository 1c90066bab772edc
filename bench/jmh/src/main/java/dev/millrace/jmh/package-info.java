/// A JMH profiler for any JMH project: process CPU time per operation.
///
/// Put the jar on the class path of the benchmarks and run them with `-prof
/// dev.millrace.jmh.CpuProfiler`. It needs JMH alone.
@NullMarked
package dev.millrace.jmh;

import org.jspecify.annotations.NullMarked;
