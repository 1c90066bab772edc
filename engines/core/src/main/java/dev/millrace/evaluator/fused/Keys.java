package dev.millrace.evaluator.fused;

import dev.millrace.expression.Expression;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Ledger;
import dev.millrace.value.Value;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Some expressions evaluated together for each item.
public final class Keys {
  private final Guard[] guards;

  /// The keys that some guarded expressions give.
  Keys(List<Guard> guards) {
    this.guards = guards.toArray(Guard[]::new);
  }

  /// The keys of some expressions.
  ///
  /// @param paths the place of each in the plan
  public static Keys of(List<Expression> expressions, Schema schema, IntFunction<String> paths) {
    return new Keys(
        IntStream.range(0, expressions.size())
            .mapToObj(i -> Guard.of(expressions.get(i), schema, paths.apply(i)))
            .toList());
  }

  /// Drains a stream, giving each item that is not dropped with the values of its keys, an array of
  /// its own.
  void each(ItemStream in, Ledger ledger, BiConsumer<Item, Value[]> consumer) {
    Value[] variables = room();
    for (Item item = in.next(); item != null; item = in.next()) {
      Value[] values = of(item, variables, ledger);
      if (values != null) {
        consumer.accept(item, values);
      }
    }
  }

  /// Room for the variables of the expressions.
  public Value[] room() {
    return Guard.room(guards);
  }

  /// The values for one item; the null pointer when the policy is to drop it.
  public Value @Nullable [] of(Item item, Value[] variables, Ledger ledger) {
    var values = new Value[guards.length];
    for (int i = 0; i < guards.length; i++) {
      Value value = guards[i].of(item, variables, ledger);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }
}
