package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessClockTest {
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void finest_onPosix_isTheSystemsClock() {
    assertThat(ProcessClock.finest()).isInstanceOf(PosixClock.class);
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void read_again_neverGoesBack(ProcessClock clock) {
    long before = clock.read().nanos();
    for (int i = 0; i < 10_000; i++) {
      long now = clock.read().nanos();
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void read_systemsClock_stepsByLessThanAMillisecond() {
    ProcessClock clock = ProcessClock.finest();
    long smallest = Long.MAX_VALUE;
    long before = clock.read().nanos();
    for (int steps = 0; steps < 1_000; ) {
      long step = clock.read().nanos() - before;
      if (step > 0) {
        smallest = Math.min(smallest, step);
        before += step;
        steps++;
      }
    }
    assertThat(smallest).isLessThan(TimeUnit.MILLISECONDS.toNanos(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void read_threadsThatBurnAndEnd_countsWhatTheyUsed(int threads) throws Exception {
    ProcessClock clock = ProcessClock.finest();
    long start = clock.read().nanos();
    long used = burn(threads, TimeUnit.MILLISECONDS.toNanos(60));
    long process = clock.read().nanos() - start;
    assertThat(process)
        .as("at least what the threads used, within a hundredth")
        .isGreaterThanOrEqualTo(used - used / 100);
    assertThat(process).as("the rest is the JVM's own").isLessThan(5 * used);
  }

  @Test
  void read_twoClocks_agreeWithinTheirSteps() {
    var coarse = new BeanClock();
    ProcessClock fine = ProcessClock.finest();
    long before = coarse.read().nanos();
    long between = fine.read().nanos();
    long after = coarse.read().nanos();
    long step = TimeUnit.MILLISECONDS.toNanos(25);
    assertThat(between).isBetween(before - step, after + step);
  }

  private static Stream<ProcessClock> clocks() {
    return Stream.of(ProcessClock.finest(), new BeanClock());
  }

  private static long burn(int threads, long nanos) throws Exception {
    var burned = new ArrayList<Callable<Long>>();
    for (int i = 0; i < threads; i++) {
      burned.add(() -> ThreadCpu.burn(nanos));
    }
    long sum = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Long> each : pool.invokeAll(burned)) {
        sum += each.get();
      }
    }
    return sum;
  }
}
