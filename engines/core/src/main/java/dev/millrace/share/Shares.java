package dev.millrace.share;

import dev.millrace.engine.OnError;
import dev.millrace.feed.Feed;
import dev.millrace.pipeline.Aggregated;
import dev.millrace.pipeline.Appended;
import dev.millrace.pipeline.Branched;
import dev.millrace.pipeline.Chunk;
import dev.millrace.pipeline.Collected;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.pipeline.Kept;
import dev.millrace.pipeline.Ledger;
import dev.millrace.pipeline.Ordered;
import dev.millrace.pipeline.Part;
import dev.millrace.pipeline.Pipeline;
import dev.millrace.pipeline.Segment;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.trace.Stretch;
import dev.millrace.trace.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shares of a plan's actions in its units, measured on a sample of a feed.
///
/// Actions that are fused into one loop cannot be timed from outside. So the sample goes through
/// the pipeline segment by segment, on the calling thread, and through each segment several times:
/// its chunks through no action, through the first, through the first two, and so on to its end. An
/// action has taken what it adds, at least nothing.
///
/// Cost: some hundred milliseconds for each segment, more where it has many actions.
public final class Shares {
  private static final int SAMPLE = 20_000;

  private final Map<Integer, List<Share>> byStretch;

  private Shares(Map<Integer, List<Share>> byStretch) {
    this.byStretch = byStretch;
  }

  /// The shares where each unit is of one action, as those of an engine that runs them one by one.
  public static Shares oneEach() {
    return new Shares(Map.of());
  }

  /// Measures the shares.
  ///
  /// @param plan the plan, which runs over the feed without a failure
  /// @param evaluator how items go through it
  /// @param onError what happens to an item that has an error
  public static Shares measured(Plan plan, Evaluator evaluator, Feed feed, OnError onError) {
    var walk = new Walk(evaluator, onError);
    var sample = Part.of(feed.pieces(0, Math.min(SAMPLE, feed.size())));
    walk.through(Pipeline.of(plan, evaluator, feed.size()), sample);
    return new Shares(walk.shares());
  }

  /// The shares of the actions in units like one, in the order of the plan.
  public List<Share> of(Unit unit) {
    Stretch stretch = unit.stretch();
    if (stretch == null) {
      return List.of();
    }
    Step seam = stretch.seam();
    if (unit.kind() != Unit.Kind.SEGMENT) {
      return seam == null ? List.of() : List.of(new Share(seam, 1));
    }
    List<Share> measured = byStretch.get(stretch.number());
    return measured == null
        ? stretch.items().stream()
            .map(step -> new Share(step, 1.0 / stretch.items().size()))
            .toList()
        : measured;
  }

  /// Takes a sample through a pipeline.
  private static final class Walk {
    private final Evaluator evaluator;
    private final OnError onError;
    private final Map<Integer, List<Share>> shares = new HashMap<>();
    private final List<Took> all = new ArrayList<>();
    private double ownNanos;

    /// What a step took.
    private record Took(Step step, double nanos) {}

    Walk(Evaluator evaluator, OnError onError) {
      this.evaluator = evaluator;
      this.onError = onError;
    }

    /// The shares of every stretch, and of the plan as one unit.
    Map<Integer, List<Share>> shares() {
      shares.put(Stretch.WHOLE, shares(all, ownNanos));
      return shares;
    }

    /// What comes out of a pipeline.
    Part through(Pipeline pipeline, Part in) {
      Part part = in;
      for (Segment segment : pipeline.segments()) {
        measure(segment.stretch(), segment, part);
        part = out(segment, part);
      }
      measure(pipeline.last(), null, part);
      return drained(part.through(pipeline.tail()));
    }

    private void measure(Stretch stretch, @Nullable Segment segment, Part in) {
      List<Step> steps = stretch.items();
      var rounds = new Rounds(in);
      for (int count = 0; count <= steps.size(); count++) {
        rounds.add(evaluator.items(steps.subList(0, count)), (chunk, _) -> drained(chunk));
      }
      if (segment != null) {
        rounds.add(segment.items(), (chunk, index) -> ofChunk(segment, chunk, index));
        if (!(segment.end() instanceof Branched)) {
          rounds.addWhole(() -> out(segment, in));
        }
      }
      note(stretch, rounds.medians());
    }

    /// Notes the times of a stretch: up to each of its steps, then with the seam's part in a chunk,
    /// then with all of the seam.
    private void note(Stretch stretch, List<Double> times) {
      var each = new ArrayList<Took>();
      List<Step> steps = stretch.items();
      for (int i = 0; i < steps.size(); i++) {
        each.add(new Took(steps.get(i), Math.max(0, times.get(i + 1) - times.get(i))));
      }
      all.addAll(each);
      ownNanos += times.getFirst();
      double drained = times.get(steps.size());
      Step seam = stretch.seam();
      if (seam != null) {
        double inChunks = Math.max(0, times.get(steps.size() + 1) - drained);
        double inAll = Math.max(inChunks, times.getLast() - drained);
        all.add(new Took(seam, inAll));
        each.add(new Took(seam, inChunks));
      }
      shares.put(stretch.number(), shares(each, times.getFirst()));
    }

    private static List<Share> shares(List<Took> each, double own) {
      double sum = own + each.stream().mapToDouble(Took::nanos).sum();
      return each.stream()
          .map(took -> new Share(took.step(), sum == 0 ? 0 : took.nanos() / sum))
          .toList();
    }

    /// What a unit makes of a chunk at the end of a segment.
    private void ofChunk(Segment segment, Chunk chunk, int index) {
      switch (segment.end()) {
        case Appended _, Ordered _ -> drained(chunk);
        case Aggregated<?> aggregated -> aggregated.gather(chunk, index, ledger());
        case Collected<?> collected -> Kept.of(collected.gathering(), chunk, ledger());
        case Branched branched -> branched.gather(chunk, ledger());
      }
    }

    /// What comes out of a segment.
    private Part out(Segment segment, Part in) {
      Chunk chunk = in.through(segment.items());
      return switch (segment.end()) {
        case Appended appended -> together(drained(chunk), drained(appended::open));
        case Ordered ordered -> drained(chunk.through(ordered.stage()));
        case Aggregated<?> aggregated -> drained(chunk.through(aggregated::lazily));
        case Collected<?> collected -> drained(chunk.through(collected::lazily));
        case Branched branched -> {
          Branched.Split split = branched.gather(chunk, ledger());
          yield together(
              through(branched.then(), split.then()),
              through(branched.otherwise(), split.otherwise()));
        }
      };
    }

    private Part drained(Chunk chunk) {
      return Part.drain(chunk, ledger());
    }

    private static Part together(Part first, Part second) {
      var pieces = new ArrayList<>(first.pieces());
      pieces.addAll(second.pieces());
      return Part.of(pieces);
    }

    private Ledger ledger() {
      return new Ledger(onError, () -> {});
    }
  }
}
