package dev.millrace.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.feed.Type;
import dev.millrace.generate.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
  @Test
  void compare_oneOfEachKind_followsTheKinds() {
    List<Value> ordered =
        List.of(
            Null.NULL,
            Bool.FALSE,
            Bool.TRUE,
            Decimal.of(-1),
            Decimal.of(15, 1),
            Decimal.of(2),
            Text.EMPTY,
            Text.of("Z"),
            Text.of("a"),
            Text.of("\uFFEE"),
            Text.of("😀"),
            ListValue.EMPTY,
            new ListValue(List.of(Null.NULL)),
            new ListValue(List.of(Decimal.of(1))),
            new ListValue(List.of(Decimal.of(1), Null.NULL)),
            MapValue.EMPTY,
            MapValue.of(Map.of("a", Decimal.of(1))),
            MapValue.of(Map.of("a", Decimal.of(1), "b", Null.NULL)),
            MapValue.of(Map.of("a", Decimal.of(2))),
            MapValue.of(Map.of("b", Null.NULL)));
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
            .as("%s and %s", ordered.get(i), ordered.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void compare_generatedValues_isATotalOrderThatAgreesWithEquals() {
    long seed = System.nanoTime();
    var values = new Values(new SplittableRandom(seed));
    var all = new ArrayList<Value>();
    for (int i = 0; i < 120; i++) {
      all.add(values.of(Type.ANY));
    }
    for (Value a : all) {
      for (Value b : all) {
        int ab = Integer.signum(a.compareTo(b));
        assertThat(Integer.signum(b.compareTo(a))).as("seed %d", seed).isEqualTo(-ab);
        assertThat(ab == 0).as("%s and %s, seed %d", a, b, seed).isEqualTo(a.equals(b));
        for (Value c : all.subList(0, 20)) {
          if (ab <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).as("seed %d", seed).isLessThanOrEqualTo(0);
          }
        }
      }
    }
  }

  @Test
  void jsonText_awkwardTexts_areEscaped() {
    Value value =
        MapValue.of(
            Map.of("b", Text.of("\"\\\n\t\u0001😀"), "a", new ListValue(List.of(Bool.TRUE))));
    assertThat(JsonText.of(value)).isEqualTo("{\"a\":[true],\"b\":\"\\\"\\\\\\n\\t\\u0001😀\"}");
  }
}
