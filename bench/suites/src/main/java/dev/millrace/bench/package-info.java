/// The benchmarks: [Bench] is the command line, `suite` holds the JMH suites, `job` the jobs they
/// run, `workload` the feeds and answers, `run` the forks and their results, and `environment` what
/// is known of the machine.
@NullMarked
package dev.millrace.bench;

import org.jspecify.annotations.NullMarked;
