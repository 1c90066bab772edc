package dev.millrace.optimiser;

import dev.millrace.plan.Plan;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/// Remembers the plan that was optimised last, since the same plan often runs again. Any number of
/// threads may ask; two that race optimise twice. The plan is forgotten when memory is short.
public final class LatestPlan {
  private volatile SoftReference<Known> latest = new SoftReference<>(null);

  private record Known(Plan plan, Optimised optimised) {}

  /// A plan as it is to run.
  @SuppressWarnings("ReferenceEquality") // to compare plans takes longer than to optimise them
  public Optimised optimised(Plan plan) {
    @Nullable Known known = latest.get();
    if (known != null && known.plan == plan) {
      return known.optimised;
    }
    Optimised optimised = Optimiser.of(plan);
    latest = new SoftReference<>(new Known(plan, optimised));
    return optimised;
  }
}
