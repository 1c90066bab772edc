package dev.millrace.scheduler.workor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Work;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ProducerHandOffTest {
  /// Keeps what it is given; once closed it rejects everything, as the executor of a run does.
  private static final class Closing implements Executor {
    final Queue<Runnable> given = new ArrayDeque<>();
    boolean closed;

    @Override
    public void execute(Runnable task) {
      if (closed) {
        throw new RejectedExecutionException("closed");
      }
      given.add(task);
    }
  }

  /// A run that fails or is cancelled ends when no worker is left; its producer may then be at work
  /// still, and the executor closed.
  @Test
  void produce_runHasEndedMeanwhile_goesOnWithoutAnotherThread() {
    Work<Void> work = new Work<>(() -> {});
    Queue<WorkOr<Void>> steps =
        new ArrayDeque<>(List.of(work, new Pending<>(Runnable::run), work, new Done<>()));
    var executor = new Closing();
    var handOff = new ProducerHandOff(steps::remove, executor, new HandOffMeter());

    assertThat(handOff.next(0)).isInstanceOf(Pending.class);
    executor.closed = true;
    executor.given.remove().run();

    assertThat(handOff.next(0)).isSameAs(work);
    assertThat(handOff.next(0)).isSameAs(work);
    assertThat(handOff.next(0)).isInstanceOf(Done.class);
    assertThat(steps).isEmpty();
  }
}
