package dev.millrace.evaluator.fused;

import dev.millrace.feed.Item;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.StreamStage;
import dev.millrace.value.Value;
import org.jspecify.annotations.Nullable;

/// What a stage makes of each item by itself: one item or none.
@FunctionalInterface
interface PerItem {
  /// What becomes of an item; the null pointer when it is left out.
  ///
  /// @param item the item
  /// @param variables room for the variables of the stage's expressions
  /// @param ledger where errors and counts are noted
  @Nullable Item of(Item item, Value[] variables, Ledger ledger);

  /// The stage that applies a function to each item.
  ///
  /// @param function the function
  /// @param guards the expressions it evaluates
  static StreamStage stage(PerItem function, Guard... guards) {
    return (in, ledger) -> {
      Value[] variables = Guard.room(guards);
      return () -> {
        while (true) {
          Item item = in.next();
          Item made = item == null ? null : function.of(item, variables, ledger);
          if (item == null || made != null) {
            return made;
          }
        }
      };
    };
  }
}
