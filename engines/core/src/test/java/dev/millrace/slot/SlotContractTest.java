package dev.millrace.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The law over all slots.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlotContractTest {
  private static final int ROUNDS = 20;

  @ParameterizedTest
  @EnumSource
  void take_afterPut_givesTheValueEveryTime(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    assertThat(slot.isFilled()).isFalse();
    slot.put("value");
    assertThat(slot.isFilled()).isTrue();
    assertThat(slot.take()).isEqualTo("value");
    assertThat(slot.take()).isEqualTo("value");
    assertThat(slot.value()).isEqualTo("value");
  }

  @ParameterizedTest
  @EnumSource
  void value_empty_isRefused(Slots slots) {
    assertThatThrownBy(() -> slots.create().value()).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void take_afterFail_throwsTheFailureAsItIs(Slots slots) {
    var cause = new IOException("cause");
    for (Throwable failure :
        List.of(
            new IOException("checked"),
            new AssertionError("an error"),
            new InterruptedException("the unit's, not the taker's"),
            new CancellationException("cancelled"),
            new CompletionException(cause),
            new ExecutionException(cause))) {
      Slot<String> slot = slots.create();
      slot.fail(failure);
      assertThat(slot.isFilled()).isTrue();
      assertThatThrownBy(slot::take).isSameAs(failure);
      assertThatThrownBy(slot::value).isSameAs(failure);
    }
  }

  @ParameterizedTest
  @EnumSource
  void putOrFail_whenFull_isRefused(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    slot.put("first");
    assertThatThrownBy(() -> slot.put("second")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> slot.fail(new IOException()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(slot.take()).isEqualTo("first");
  }

  @ParameterizedTest
  @EnumSource
  void putOrFail_whenFailed_isRefused(Slots slots) {
    Slot<String> slot = slots.create();
    var failure = new IOException("first");
    slot.fail(failure);
    assertThatThrownBy(() -> slot.put("second")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> slot.fail(new IOException()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(slot::take).isSameAs(failure);
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

  @ParameterizedTest
  @EnumSource
  void take_interruptedButFilled_givesTheValue(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    slot.put("value");
    Thread.currentThread().interrupt();
    try {
      assertThat(slot.take()).isEqualTo("value");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void take_manyWaitersBeforePut_allGetTheValue(Slots slots) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Slot<String> slot = slots.create();
      try (var waiters = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<String>> taken = submit(waiters, Collections.nCopies(50, slot::take));
        slot.put("value");
        assertThat(all(taken)).containsOnly("value");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fail_takersParked_wakesAll(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    List<Taker> takers = Taker.startedOn(Collections.nCopies(5, slot));
    for (Taker taker : takers) {
      taker.awaitParked();
    }
    var failure = new IOException("planted");
    slot.fail(failure);
    for (Taker taker : takers) {
      assertThat(taker.join()).isSameAs(failure);
    }
  }

  @ParameterizedTest
  @EnumSource
  void take_someInterruptedWhileParked_othersGetTheValue(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    List<Taker> takers = Taker.startedOn(Collections.nCopies(6, slot));
    for (Taker taker : takers) {
      taker.awaitParked();
    }
    for (int i = 0; i < takers.size(); i += 2) {
      takers.get(i).interrupt();
      assertThat(takers.get(i).join()).isInstanceOf(InterruptedException.class);
      assertThat(slot.isFilled()).isFalse();
    }
    slot.put("value");
    for (int i = 1; i < takers.size(); i += 2) {
      assertThat(takers.get(i).join()).isEqualTo("value");
    }
  }

  @ParameterizedTest
  @EnumSource
  void take_interruptedWhileParked_leavesNothingBehind(Slots slots) throws InterruptedException {
    Slot<String> slot = slots.create();
    var collected = Taker.interruptedOn(slot);
    for (int collections = 0; collections < 50 && collected.get() != null; collections++) {
      System.gc();
    }
    assertThat(collected.get()).isNull();
    slot.put("value");
    assertThat(slot.take()).isEqualTo("value");
  }

  @ParameterizedTest
  @EnumSource
  void put_byManyAtOnce_oneIsTaken(Slots slots) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Slot<String> slot = slots.create();
      var together = new CyclicBarrier(4);
      Callable<Boolean> filler =
          () -> {
            together.await();
            return isTaken(slot);
          };
      try (var fillers = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(all(submit(fillers, Collections.nCopies(4, filler)))).containsOnlyOnce(true);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void rack_filledInAnyOrderByManyThreads_everyTakerGetsItsOwn(Slots slots) throws Exception {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Rack<Integer> rack = slots.rack();
      List<Slot<Integer>> row = IntStream.range(0, 64).mapToObj(_ -> rack.create()).toList();
      List<Callable<Integer>> work = new ArrayList<>();
      for (int place = 0; place < row.size(); place++) {
        int value = place;
        work.add(row.get(place)::take);
        work.add(() -> {
          row.get(value).put(value);
          return value;
        });
      }
      Collections.shuffle(work, new Random(seed));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        assertThat(all(submit(threads, work))).hasSize(128);
        for (int place = 0; place < row.size(); place++) {
          assertThat(row.get(place).take()).as("seed %d", seed).isEqualTo(place);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void rack_takersParkedBeforeAndAfter_allGetTheirOwn(Slots slots) throws InterruptedException {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Rack<Integer> rack = slots.rack();
      List<Slot<Integer>> row = IntStream.range(0, 8).mapToObj(_ -> rack.create()).toList();
      List<Taker> before = Taker.startedOn(row);
      for (Taker taker : before) {
        taker.awaitParked();
      }
      List<Integer> order = new ArrayList<>(IntStream.range(0, row.size()).boxed().toList());
      Collections.shuffle(order, new Random(seed));
      order.subList(0, 4).forEach(place -> row.get(place).put(place));
      List<Taker> between = Taker.startedOn(row);
      order.subList(4, 8).forEach(place -> row.get(place).put(place));
      List<Taker> after = Taker.startedOn(row);
      for (int place = 0; place < row.size(); place++) {
        assertThat(before.get(place).join()).as("seed %d", seed).isEqualTo(place);
        assertThat(between.get(place).join()).as("seed %d", seed).isEqualTo(place);
        assertThat(after.get(place).join()).as("seed %d", seed).isEqualTo(place);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void rack_grownAfterItWasFull_wakesTheTakersOfTheNewSlots(Slots slots)
      throws InterruptedException {
    Rack<String> rack = slots.rack();
    rack.create().put("full");
    for (int round = 0; round < ROUNDS; round++) {
      Slot<String> one = rack.create();
      Slot<String> other = rack.create();
      List<Taker> takers = Taker.startedOn(List.of(one, other));
      one.put("one");
      takers.getLast().awaitParked();
      other.put("other");
      assertThat(takers.getFirst().join()).isEqualTo("one");
      assertThat(takers.getLast().join()).isEqualTo("other");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "COUNTDOWN")
  void take_manySlotsOfACountdown_parksOnce(Slots slots) throws InterruptedException {
    Rack<Integer> rack = slots.rack();
    List<Slot<Integer>> row = IntStream.range(0, 2_000).mapToObj(_ -> rack.create()).toList();
    Taker taker = Taker.ofAll(row);
    taker.awaitParked();
    row.forEach(slot -> slot.put(1));
    assertThat(taker.join()).isEqualTo(row.size());
    assertThat(taker.parked()).isEqualTo(1);
  }

  private static boolean isTaken(Slot<String> slot) {
    try {
      slot.put("mine");
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  private static <R> List<Future<R>> submit(ExecutorService threads, List<Callable<R>> work) {
    return work.stream().map(threads::submit).toList();
  }

  private static <R> List<R> all(List<Future<R>> taken)
      throws InterruptedException, ExecutionException {
    var values = new ArrayList<R>();
    for (Future<R> one : taken) {
      values.add(one.get());
    }
    return values;
  }
}
