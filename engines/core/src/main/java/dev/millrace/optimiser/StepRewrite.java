package dev.millrace.optimiser;

import dev.millrace.plan.Step;
import java.util.List;

/// A rewrite of the steps of a plan.
public non-sealed interface StepRewrite extends Rewrite {
  /// The steps rewritten; the same ones when nothing is noted.
  ///
  /// @param steps all steps of a plan
  /// @param notes where each change is noted
  List<Step> of(List<Step> steps, Notes notes);

  /// Where changes are noted.
  @FunctionalInterface
  interface Notes {
    /// Notes a change.
    ///
    /// @param path where it was made in the plan
    /// @param before the part that was changed
    /// @param after what it became, in words where nothing is left of it
    void changed(String path, Object before, Object after);
  }
}
