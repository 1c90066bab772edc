package dev.millrace.pipeline;

import dev.millrace.plan.Plan;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/// Remembers the pipeline of one evaluator that was made last, since the same plan often runs
/// again: with it stays what the evaluator has found out about the plan. Any number of threads may
/// ask; two that race make it twice. The pipeline is forgotten when memory is short.
public final class LatestPipeline {
  private volatile SoftReference<Known> latest = new SoftReference<>(null);

  private record Known(Plan plan, long rows, Pipeline pipeline) {}

  /// The pipeline of a plan, as [Pipeline#of] makes it.
  @SuppressWarnings("ReferenceEquality") // to compare plans takes longer than to compile them
  public Pipeline of(Plan plan, Evaluator evaluator, long rows) {
    @Nullable Known known = latest.get();
    if (known != null && known.plan == plan && known.rows == rows) {
      return known.pipeline;
    }
    Pipeline pipeline = Pipeline.of(plan, evaluator, rows);
    latest = new SoftReference<>(new Known(plan, rows, pipeline));
    return pipeline;
  }
}
