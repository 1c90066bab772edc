package dev.millrace.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.pipeline.Aggregation;
import dev.millrace.pipeline.Block;
import dev.millrace.pipeline.Entry;
import dev.millrace.pipeline.Key;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// Why a fold is associative and keeps a mark: a pairwise function that gives no item for two of a
/// key, tried in its place, is refuted by the law for 3, 5 and 7 equal keys.
class NaiveFoldTest {
  private static final Deduplicate REMOVE_ALL =
      new Deduplicate(List.of(new Field("key")), Keep.NONE, null);

  @Test
  void survivors_ofOneToSevenEqualKeys_areOneThenNone() {
    for (JoinStrategy strategy : JoinStrategy.values()) {
      assertThat(survivors(cutting -> count(strategy, cutting)))
          .containsExactly(1, 0, 0, 0, 0, 0, 0);
    }
  }

  @Test
  void survivors_ofThePairwiseFunction_comeAndGo() {
    assertThat(survivors(NaiveFoldTest::pairwise)).containsExactly(1, 0, 1, 0, 1, 0, 1);
  }

  /// Joins runs and counts the items that come out.
  @FunctionalInterface
  private interface Join {
    int count(Cutting cutting);
  }

  /// How many items are left of 1 to 7 items with one key, each in a chunk of its own.
  private static List<Integer> survivors(Join join) {
    var survivors = new ArrayList<Integer>();
    for (int multiplicity = 1; multiplicity <= 7; multiplicity++) {
      List<Value> keys = Collections.nCopies(multiplicity, Decimal.ONE);
      survivors.add(join.count(Cutting.of(keys, Collections.nCopies(multiplicity, 1))));
    }
    return survivors;
  }

  private static int count(JoinStrategy strategy, Cutting cutting) {
    return count(strategy, cutting, Cutting.aggregation(REMOVE_ALL));
  }

  private static <S> int count(JoinStrategy strategy, Cutting cutting, Aggregation<S> aggregation) {
    return (int)
        SequentialJoins.join(strategy, aggregation, cutting.runs(aggregation)).stream()
            .flatMap(block -> block.entries().stream())
            .filter(aggregation::survives)
            .count();
  }

  private static int pairwise(Cutting cutting) {
    return pairwise(cutting, Cutting.aggregation(REMOVE_ALL));
  }

  private static <S> int pairwise(Cutting cutting, Aggregation<S> aggregation) {
    SequencedMap<Key, Entry<S>> left = new LinkedHashMap<>();
    for (Block<S> run : cutting.runs(aggregation)) {
      for (Entry<S> entry : run.entries()) {
        if (left.remove(entry.key()) == null) {
          left.put(entry.key(), entry);
        }
      }
    }
    return left.size();
  }
}
