package dev.millrace.scheduler.sequential;

import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Appended;
import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Concat;
import dev.millrace.pipeline.ItemStream;
import dev.millrace.pipeline.Lazy;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Ordered;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.pipeline.Segment;
import dev.millrace.scheduler.Outcome;
import dev.millrace.scheduler.Run;
import dev.millrace.scheduler.Scheduler;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Sequential: the whole feed is one stream, pulled through the whole pipeline by the caller.
///
/// Nothing is evaluated before the result asks for it, and one item is alive between two stages,
/// aggregations aside. Work and span O(n), memory O(result).
public final class SequentialScheduler implements Scheduler {
  @Override
  public Outcome run(Pipeline pipeline, Feed feed, Run run) throws InterruptedException {
    Ledger ledger = run.pausingLedger();
    Chunk result = _ -> stream(pipeline, Part.whole(feed).open(ledger), ledger);
    run.handle().note(trace -> trace.enter(pipeline.whole(), feed.size()));
    try {
      Part whole = Part.drain(result, ledger);
      run.handle().check();
      return Outcome.of(List.of(whole));
    } catch (CancellationException cancelled) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw cancelled;
    }
  }

  private static ItemStream stream(Pipeline pipeline, ItemStream source, Ledger ledger) {
    ItemStream stream = source;
    for (Segment segment : pipeline.segments()) {
      ItemStream in = segment.items().apply(stream, ledger);
      stream =
          switch (segment.end()) {
            case Appended appended -> Concat.of(List.of(() -> in, () -> appended.open(ledger)));
            case Ordered ordered -> ordered.stage().apply(in, ledger);
            case Aggregated<?> aggregated -> aggregated.lazily(in, ledger);
            case Collected<?> collected -> collected.lazily(in, ledger);
            case Branched branched -> new Lazy(() -> branches(branched, in, ledger));
          };
    }
    return pipeline.tail().apply(stream, ledger);
  }

  private static ItemStream branches(Branched branched, ItemStream in, Ledger ledger) {
    Branched.Split split = branched.gather(anyLedger -> in, ledger);
    return Concat.of(
        List.of(
            () -> stream(branched.then(), split.then().open(ledger), ledger),
            () -> stream(branched.otherwise(), split.otherwise().open(ledger), ledger)));
  }
}
