/// JMH profilers for any JMH project: [CpuProfiler] for CPU time, [HdrProfiler] with [Latency] for
/// latencies, [FlameProfiler] for flame graphs, [PauseProfiler] for the collector's pauses,
/// [QuantityProfiler] with [Quantities] for what a benchmark counts itself.
///
/// Put the jar on the class path of the benchmarks and run them with `-prof
/// dev.millrace.jmh.CpuProfiler`.
@NullMarked
package dev.millrace.jmh;

import org.jspecify.annotations.NullMarked;
