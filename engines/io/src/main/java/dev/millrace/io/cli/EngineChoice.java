package dev.millrace.io.cli;

import dev.millrace.Engines;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.feed.Storage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say how to run.
final class EngineChoice {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = EngineNames.class)
  private String engine = "workor-tiered";

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "The most threads at work (default: the processors there are).")
  private @Nullable Integer parallelism;

  @Option(
      names = "--chunk",
      paramLabel = "N|adaptive",
      description =
          "How many items a chunk has at the most; 'adaptive' cuts chunks of about half a"
              + " millisecond (default: ${DEFAULT-VALUE}).")
  private String chunk = "1000";

  @Option(
      names = "--join",
      paramLabel = "STRATEGY",
      description =
          "How the runs of sort, group and deduplicate are brought together: one of"
              + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = JoinNames.class)
  private String join = JoinStrategy.DEFAULT.label();

  @Option(
      names = "--on-error",
      paramLabel = "fail|null|drop",
      description =
          "What happens to an item with an error: the run fails, the value becomes null, or the"
              + " item is left out (default: ${DEFAULT-VALUE}).")
  private String onError = "fail";

  @Mixin private PipelineChoice parts = new PipelineChoice();

  /// The engine.
  ///
  /// @throws UsageException if there is none of that name
  Chosen engine() {
    return parts.change(Choice.of(Engines.class, "engine", engine));
  }

  /// The options of the run.
  ///
  /// @param storage how items are held
  /// @throws UsageException if a number is out of range
  RunOptions options(Storage storage) {
    int threads = parallelism == null ? Runtime.getRuntime().availableProcessors() : parallelism;
    atLeastOne("--parallelism", threads);
    JoinStrategy strategy = Choice.of(JoinStrategy.class, "join strategy", join);
    return new RunOptions(threads, chunking(), policy(), strategy, storage);
  }

  private Chunking chunking() {
    if (chunk.equals("adaptive")) {
      return Chunking.ADAPTIVE;
    }
    try {
      int size = Integer.parseInt(chunk);
      atLeastOne("--chunk", size);
      return new Chunking.Fixed(size);
    } catch (NumberFormatException notANumber) {
      throw new UsageException("--chunk wants a number or 'adaptive', not '" + chunk + "'");
    }
  }

  private OnError policy() {
    try {
      return OnError.valueOf(onError.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new UsageException("--on-error: '" + onError + "' is none of fail, null, drop");
    }
  }

  private static void atLeastOne(String option, int number) {
    if (number < 1) {
      throw new UsageException(option + " wants a number of at least 1, not " + number);
    }
  }
}
