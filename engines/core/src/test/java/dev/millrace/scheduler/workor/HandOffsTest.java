package dev.millrace.scheduler.workor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.millrace.scheduler.workor.WorkOr.Done;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No hand-off policy that was written is forgotten in the registry.
class HandOffsTest {
  @Test
  void policies_written_areRegistered() {
    var written =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.millrace.scheduler.workor")
                .stream()
                .filter(type -> type.isAssignableTo(HandOff.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    var registered =
        Arrays.stream(HandOffs.values())
            .map(policy -> policy.share(Done::new, Runnable::run, new HandOffMeter()))
            .map(handOff -> handOff.getClass().getName())
            .collect(Collectors.toSet());
    assertThat(registered).isEqualTo(written);
  }

  /// A producer's failure is handed on as data; every other policy has workers that wait for the
  /// one whose step fails.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRODUCER")
  @Timeout(60)
  void next_stepFailsWhileOthersWait_failsInEveryWorker(HandOffs policy)
      throws InterruptedException {
    var fault = new IllegalStateException("fault");
    var workers = new ArrayList<Thread>();
    Pipe<Void> faulty =
        () -> {
          while (!othersWait(workers)) {
            Thread.onSpinWait();
          }
          throw fault;
        };
    HandOff handOff = policy.share(faulty, Runnable::run, new HandOffMeter());
    Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      workers.add(
          Thread.ofPlatform()
              .unstarted(() -> thrown.add(catchThrowable(() -> handOff.next(number)))));
    }
    workers.forEach(Thread::start);
    for (Thread worker : workers) {
      worker.join();
    }
    assertThat(thrown).hasSize(3).containsOnly(fault);
  }

  private static boolean othersWait(List<Thread> workers) {
    return workers.stream()
        .filter(worker -> !worker.equals(Thread.currentThread()))
        .allMatch(worker ->
            switch (worker.getState()) {
              case WAITING, BLOCKED, TERMINATED -> true;
              case NEW, RUNNABLE, TIMED_WAITING -> false;
            });
  }
}
