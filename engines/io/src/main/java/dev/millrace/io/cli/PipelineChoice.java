package dev.millrace.io.cli;

import dev.millrace.Engines;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.workor.HandOffs;
import dev.millrace.scheduler.workor.Threads;
import dev.millrace.scheduler.workor.WorkOrScheduler;
import dev.millrace.slot.Slots;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that change parts of a workor engine.
final class PipelineChoice {
  @Option(
      names = "--slot",
      paramLabel = "NAME",
      description =
          "With a workor engine: where units leave their results, one of"
              + " ${COMPLETION-CANDIDATES}.",
      completionCandidates = SlotNames.class)
  private @Nullable String slot;

  @Option(
      names = "--hand-off",
      paramLabel = "NAME",
      description =
          "With a workor engine: how the workers share the outer pipeline, one of"
              + " ${COMPLETION-CANDIDATES}.",
      completionCandidates = HandOffNames.class)
  private @Nullable String handOff;

  @Option(
      names = "--threads",
      paramLabel = "NAME",
      description =
          "With a workor engine: what the workers run on, one of ${COMPLETION-CANDIDATES}.",
      completionCandidates = ThreadNames.class)
  private @Nullable String threads;

  /// The engine with the parts that were named in place of its own.
  ///
  /// @throws UsageException if a name is unknown, or the engine has no such parts
  Chosen change(Engines engine) {
    String named =
        Stream.of(slot, handOff, threads)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    if (named.isEmpty()) {
      return new Chosen(engine.label(), engine.engine(), engine.isParallel());
    }
    if (engine.engine() instanceof ComposedEngine(var evaluator, WorkOrScheduler scheduler, _)) {
      var changed =
          new WorkOrScheduler(
              slot == null ? scheduler.slots() : Choice.of(Slots.class, "slot", slot),
              handOff == null
                  ? scheduler.handOff()
                  : Choice.of(HandOffs.class, "hand-off policy", handOff),
              threads == null
                  ? scheduler.threads()
                  : Choice.of(Threads.class, "kind of threads", threads));
      String label = engine.label() + " (" + named + ")";
      return new Chosen(label, new ComposedEngine(evaluator, changed), engine.isParallel());
    }
    throw new UsageException(
        "--slot, --hand-off and --threads are for workor engines, not '" + engine.label() + "'");
  }
}
