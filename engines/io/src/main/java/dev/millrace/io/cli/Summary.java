package dev.millrace.io.cli;

import dev.millrace.engine.Counts;
import dev.millrace.engine.ItemError;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What the runner says after a run.
final class Summary {
  private static final int SHOWN_ERRORS = 10;

  private Summary() {}

  /// Says in one line where the items went, and how long the run took; before it, the first errors
  /// of items.
  static void print(RunResult result, Duration time, String engine, PrintWriter err) {
    List<ItemError> errors = result.errors();
    errors.stream().limit(SHOWN_ERRORS).forEach(err::println);
    if (errors.size() > SHOWN_ERRORS) {
      err.println("and " + (errors.size() - SHOWN_ERRORS) + " more");
    }
    Counts counts = result.counts();
    err.println(
        String.format(
            Locale.ROOT,
            "read %d, added %d, written %d, filtered %d, dropped %d, merged %d in %.3f s (%s)",
            counts.read(),
            counts.added(),
            counts.written(),
            counts.filtered(),
            counts.dropped(),
            counts.merged(),
            time.toNanos() / 1e9,
            engine));
    err.flush();
  }

  /// The errors of items as a feed, to be written like any other.
  static Feed errors(RunResult result) {
    var schema =
        Schema.of(
            new Column("item", Type.NUMBER),
            new Column("path", Type.TEXT),
            new Column("message", Type.TEXT));
    return Feed.of(schema, result.errors().stream().map(Summary::item).toList());
  }

  private static Item item(ItemError error) {
    return new Item(
        error.row(), Decimal.of(error.row()), Text.of(error.path()), Text.of(error.message()));
  }
}
