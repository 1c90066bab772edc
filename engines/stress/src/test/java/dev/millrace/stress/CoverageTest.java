package dev.millrace.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.slot.Slots;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That no slot was forgotten: `scripts/stress.sh` runs the tests themselves.
class CoverageTest {
  @ParameterizedTest
  @ValueSource(classes = {HandOver.class, TwoPuts.class, PutOrFail.class, RackOfTwo.class})
  void promise_hasATest_forEverySlot(Class<?> promise) {
    assertThat(promise.getDeclaredClasses())
        .extracting(test -> test.getSimpleName().toUpperCase(Locale.ROOT))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Slots.values()).map(Slots::name).toList());
  }
}
