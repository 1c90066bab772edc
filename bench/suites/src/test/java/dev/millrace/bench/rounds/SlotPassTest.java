package dev.millrace.bench.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.rounds.SlotPass.Consumer;
import dev.millrace.bench.workload.WrongAnswerException;
import dev.millrace.slot.Slot;
import dev.millrace.slot.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class SlotPassTest {
  @ParameterizedTest
  @EnumSource
  void through_everySlotAndConsumer_givesTheChecksumOfTheJoin(Slots slots) throws Exception {
    for (Consumer consumer : Consumer.values()) {
      try (var pass = new SlotPass(consumer, 500, 3)) {
        assertThat(pass.through(slots.rack())).isEqualTo(pass.join());
      }
    }
  }

  @Test
  void through_slotThatGivesAnotherValue_isAWrongAnswer() {
    try (var pass = new SlotPass(Consumer.HELPS, 10, 3)) {
      assertThatThrownBy(() -> pass.through(() -> new Wrong(Slots.LOCKFREE.create())))
          .isInstanceOf(WrongAnswerException.class)
          .hasMessageContaining("10 chunks: expected checksum");
    }
  }

  /// A slot that changes what is put into it.
  private record Wrong(Slot<Long> slot) implements Slot<Long> {
    @Override
    public void put(Long value) {
      slot.put(value + 1);
    }

    @Override
    public void fail(Throwable failure) {
      slot.fail(failure);
    }

    @Override
    public Long take() throws InterruptedException {
      return slot.take();
    }

    @Override
    public Long value() {
      return slot.value();
    }

    @Override
    public boolean isFilled() {
      return slot.isFilled();
    }
  }
}
