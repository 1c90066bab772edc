/// The jobs: pipelines over the generated feed, each named for what it shows.
///
/// One job more is a pipeline file among the resources in `jobs/` and a line in [Jobs].
@NullMarked
package dev.millrace.bench.job;

import org.jspecify.annotations.NullMarked;
