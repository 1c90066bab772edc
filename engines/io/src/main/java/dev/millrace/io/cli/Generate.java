package dev.millrace.io.cli;

import dev.millrace.feed.Feed;
import dev.millrace.io.generate.FeedGenerator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes a generated product feed.
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes a generated product feed; the same seed gives the same bytes.")
final class Generate implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--items",
      paramLabel = "N",
      description = "How many items (default: ${DEFAULT-VALUE}).")
  private int items = 10_000;

  @Option(names = "--seed", paramLabel = "S", description = "The seed (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private FeedTarget target = new FeedTarget();

  @Override
  public Integer call() {
    if (items < 0) {
      throw new UsageException("--items wants a number that is not negative, not " + items);
    }
    target.format();
    Feed feed = FeedGenerator.generate(seed, items);
    target.write(feed, spec.commandLine().getOut());
    return 0;
  }
}
