package dev.millrace.io.cli;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Storage;
import dev.millrace.feed.Type;
import dev.millrace.io.feed.FeedReader;
import dev.millrace.io.feed.ReadOptions;
import dev.millrace.io.feed.Repeat;
import dev.millrace.io.generate.FeedGenerator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which feed to take, a file or a generated one, once or repeated, and how it
/// is held.
final class FeedSource {
  @Option(
      names = "--feed",
      paramLabel = "FILE",
      description = "CSV, JSON lines or a JSON array, each also as .gz.")
  private @Nullable Path feed;

  @Option(
      names = "--generate",
      paramLabel = "N",
      description = "Without --feed: generate a product feed of N items (default: 10000).")
  private @Nullable Integer generate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the generated feed (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Run over N copies of the feed (default: ${DEFAULT-VALUE}).")
  private int repeat = 1;

  @Option(
      names = "--key",
      paramLabel = "FIELD",
      description = "With --repeat: give this field another value in each copy.")
  private @Nullable String key;

  @Option(
      names = "--type",
      paramLabel = "FIELD=TYPE",
      split = ",",
      description =
          "Read a field as boolean, number, text, list, map or any instead of inferring its type.")
  private Map<String, String> types = new LinkedHashMap<>();

  @Option(
      names = "--null-cells",
      paramLabel = "CELL",
      split = ",",
      description =
          "CSV cells that stand for null beside empty ones (default: null). An empty CELL names"
              + " the quoted empty cell.")
  private List<String> nullCells = List.of("null");

  @Option(
      names = "--storage",
      paramLabel = "NAME",
      description =
          "How the feed is held, and what a parallel run keeps of it: one of"
              + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). Compact items take less"
              + " memory and spare the collector, but cost time to read and to make.",
      completionCandidates = StorageNames.class)
  private String storage = "objects";

  /// The feed that the options ask for.
  ///
  /// @throws UsageException if they contradict each other
  /// @throws dev.millrace.io.file.InputException if the file cannot be read
  Feed load() {
    check(feed == null || generate == null, "--feed and --generate exclude each other");
    check(repeat >= 1, "--repeat wants a number of at least 1, not " + repeat);
    check(key == null || repeat > 1, "--key is of use only with --repeat");
    Storage held = storage();
    Feed once = feed == null ? generated(held) : FeedReader.read(feed, options(held));
    if (repeat == 1) {
      return once;
    }
    try {
      return Repeat.of(once, repeat, key, held);
    } catch (IllegalArgumentException noSuchField) {
      throw new UsageException("--key: " + noSuchField.getMessage());
    } catch (ArithmeticException tooMany) {
      throw new UsageException("--repeat: more items than a feed can have");
    }
  }

  /// What messages call the feed.
  String name() {
    return feed == null ? "the generated feed" : feed.toString();
  }

  private Feed generated(Storage held) {
    int items = generate == null ? 10_000 : generate;
    check(items >= 0, "--generate wants a number that is not negative, not " + items);
    return FeedGenerator.generate(seed, items, held);
  }

  private ReadOptions options(Storage held) {
    var byField = new HashMap<String, Type>();
    types.forEach((field, type) -> byField.put(field, type(field, type)));
    return new ReadOptions(byField, Set.copyOf(nullCells), held);
  }

  /// How the feed is held.
  ///
  /// @throws UsageException if there is no way of that name
  Storage storage() {
    Storage known = Storage.ofLabel(storage);
    if (known != null) {
      return known;
    }
    String all = String.join(", ", Storage.labels());
    throw new UsageException("--storage: '" + storage + "' is none of " + all);
  }

  private static Type type(String field, String name) {
    try {
      return Type.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(
          "--type " + field + ": '" + name + "' is none of boolean, number, text, list, map, any");
    }
  }

  private static void check(boolean holds, String problem) {
    if (!holds) {
      throw new UsageException(problem);
    }
  }
}
