package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.Direction;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionsTest {
  private static final List<Value> ABCD = texts("a", "b", "c", "d");

  @Test
  void sort_equalKeys_keepTheirOrderBothWays() {
    List<Value> keys = List.of(Decimal.ONE, Decimal.ZERO, Decimal.ONE, Null.NULL);
    assertThat(Collections.sort(ABCD, keys, null))
        .isEqualTo(new ListValue(texts("d", "b", "a", "c")));
    assertThat(Collections.sort(ABCD, keys, Direction.ASCENDING))
        .isEqualTo(Collections.sort(ABCD, keys, null));
    assertThat(Collections.sort(ABCD, keys, Direction.DESCENDING))
        .isEqualTo(new ListValue(texts("a", "c", "b", "d")));
  }

  @Test
  void distinct_equalKeys_keepTheFirst() {
    List<Value> keys = List.of(Decimal.ONE, Null.NULL, Decimal.of(10, 1), Null.NULL);
    assertThat(Collections.distinct(ABCD, keys)).isEqualTo(new ListValue(texts("a", "b")));
  }

  private static List<Value> texts(String... texts) {
    return Arrays.stream(texts).<Value>map(Text::of).toList();
  }
}
