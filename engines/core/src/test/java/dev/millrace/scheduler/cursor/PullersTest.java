package dev.millrace.scheduler.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.RunHandle;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PullersTest {
  @Test
  void run_threadsGrantedAsTheRunEnds_areNotCalled() {
    var handle = new RunHandle(1);
    var ran = new AtomicInteger();
    try (var executor = Executors.newSingleThreadExecutor()) {
      var pullers = new Pullers(handle, executor);
      Runnable ending =
          () -> {
            executor.shutdown();
            handle.parallelism(3);
            ran.incrementAndGet();
          };
      pullers.run(List.of(ending, ran::incrementAndGet, ran::incrementAndGet));
    }
    assertThat(ran).hasValue(3);
    assertThat(handle.parallelism()).isEqualTo(3);
  }
}
