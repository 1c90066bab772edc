package dev.millrace.bench.lost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class FlawedEngineTest {
  private static final int ITEM_NANOS = 20;

  @ParameterizedTest
  @EnumSource
  void run_anyFlawAndParallelism_givesTheFairAnswer(Flaw flaw)
      throws InterruptedException, ExecutionException {
    for (int items : new int[] {0, 1, 9, 1_234}) {
      long expected = answer(Flaw.FAIR, 1, items);
      for (int parallelism : new int[] {1, 2, 4}) {
        assertThat(answer(flaw, parallelism, items)).isEqualTo(expected);
      }
    }
    assertThat(Flaw.of(flaw.label())).isEqualTo(flaw);
  }

  @Test
  void of_unknownName_isRefused() {
    assertThatThrownBy(() -> Flaw.of("slow")).hasMessage("no engine named 'slow'");
  }

  private static long answer(Flaw flaw, int parallelism, int items)
      throws InterruptedException, ExecutionException {
    try (var engine = new FlawedEngine(flaw, parallelism, items, ITEM_NANOS)) {
      long first = engine.run();
      assertThat(engine.run()).isEqualTo(first);
      return first;
    }
  }
}
