package dev.millrace.scheduler.cursor;

import dev.millrace.engine.RunHandle;
import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.scheduler.Outcome;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.scheduler.Waves;
import dev.millrace.task.TaskGraph;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;

/// Parallel: the units of a segment stand in a list, and as many workers as the run may use take
/// the next by counting up one cursor. The caller is one of them, and sleeps at most once, at the
/// end of a wave, until the last unit has ended. The others are virtual threads, which cost a run
/// nothing to start.
///
/// Work O(n), span O(chunk + ordered stages + joins), memory O(n) for the results of each segment.
/// A unit leaves its result in a plain field and costs one addition to the cursor; nobody is woken
/// for it.
public record CursorScheduler() implements Scheduler {
  @Override
  public Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException {
    RunHandle handle = run.handle();
    try (var executor =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("millrace-worker-", 0).factory())) {
      var pullers = new Pullers(handle, executor);
      var graph = new TaskGraph(handle::check, handle.trace());
      return Outcome.of(new Waves(graph, run, pullers).parts(pipeline, feed));
    } catch (CancellationException cancelled) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw cancelled;
    }
  }
}
