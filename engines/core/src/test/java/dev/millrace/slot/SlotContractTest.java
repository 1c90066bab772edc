package dev.millrace.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The law over all slots.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlotContractTest {
  @ParameterizedTest
  @EnumSource
  void take_afterPut_givesTheValueEveryTime(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    assertThat(slot.isFilled()).isFalse();
    slot.put("value");
    assertThat(slot.isFilled()).isTrue();
    assertThat(slot.take()).isEqualTo("value");
    assertThat(slot.take()).isEqualTo("value");
  }

  @ParameterizedTest
  @EnumSource
  void take_afterFail_throwsTheFailureAsItIs(Slots slots) {
    Slot<String> slot = slots.create();
    var failure = new IOException("checked");
    slot.fail(failure);
    assertThat(slot.isFilled()).isTrue();
    assertThatThrownBy(slot::take).isSameAs(failure);
  }

  @ParameterizedTest
  @EnumSource
  void put_twice_isRefused(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    slot.put("first");
    assertThatThrownBy(() -> slot.put("second")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> slot.fail(new IOException()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(slot.take()).isEqualTo("first");
  }

  @ParameterizedTest
  @EnumSource
  void take_interruptedWhileEmpty_throws(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    Thread.currentThread().interrupt();
    assertThatThrownBy(slot::take).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    slot.put("later");
    assertThat(slot.take()).isEqualTo("later");
  }

  @RepeatedTest(20)
  void take_manyWaitersBeforePut_allGetTheValue() throws Exception {
    for (Slots slots : Slots.values()) {
      Slot<String> slot = slots.create();
      try (var waiters = Executors.newVirtualThreadPerTaskExecutor()) {
        var taken = new ArrayList<Future<String>>();
        for (int i = 0; i < 50; i++) {
          taken.add(waiters.submit((Callable<String>) slot::take));
        }
        slot.put("value");
        assertThat(all(taken)).containsOnly("value");
      }
    }
  }

  private static List<String> all(List<Future<String>> taken)
      throws InterruptedException, ExecutionException {
    var values = new ArrayList<String>();
    for (Future<String> one : taken) {
      values.add(one.get());
    }
    return values;
  }
}
