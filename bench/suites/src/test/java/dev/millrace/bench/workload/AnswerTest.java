package dev.millrace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final Value ONE = Text.of("1");
  private static final Value TWO = Text.of("2");

  @Test
  void of_equalFeeds_isEqual() {
    assertThat(answer("a", ONE, TWO)).isEqualTo(answer("a", ONE, TWO));
  }

  @Test
  void of_samePiecesCutElsewhere_isEqual() {
    Schema schema = schema("a");
    var first = new Item(0, ONE);
    var second = new Item(1, TWO);
    Feed cut = Feed.ofPieces(schema, List.of(List.of(first), List.of(), List.of(second)));
    assertThat(Answer.of(cut)).isEqualTo(answer("a", ONE, TWO));
  }

  @Test
  void of_otherOrder_differs() {
    assertThat(answer("a", ONE, TWO)).isNotEqualTo(answer("a", TWO, ONE));
  }

  @Test
  void of_otherKindOfValue_differs() {
    assertThat(answer("a", ONE)).isNotEqualTo(answer("a", Decimal.of(1)));
  }

  @Test
  void of_otherColumnName_differs() {
    assertThat(answer("a", ONE)).isNotEqualTo(answer("b", ONE));
  }

  @Test
  void of_itemMore_differs() {
    assertThat(answer("a", ONE)).isNotEqualTo(answer("a", ONE, ONE));
  }

  private static Answer answer(String column, Value... values) {
    var items = new ArrayList<Item>();
    for (Value value : values) {
      items.add(new Item(items.size(), value));
    }
    return Answer.of(Feed.of(schema(column), items));
  }

  private static Schema schema(String column) {
    return Schema.of(new Column(column, Type.ANY));
  }
}
