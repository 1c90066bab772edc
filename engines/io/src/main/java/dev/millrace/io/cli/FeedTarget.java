package dev.millrace.io.cli;

import dev.millrace.feed.Feed;
import dev.millrace.io.feed.FeedFormat;
import dev.millrace.io.feed.FeedWriter;
import dev.millrace.io.file.OutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says where a feed goes.
final class FeedTarget {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the result here: .csv, .jsonl, .ndjson or .json, each also with .gz; to standard"
              + " output as CSV when absent or -.")
  private @Nullable Path out;

  /// The format that the file's name asks for.
  ///
  /// @throws UsageException if its extension is none of a format
  FeedFormat format() {
    FeedFormat format = isStandardOutput() ? FeedFormat.CSV : FeedFormat.of(out());
    if (format == null && !String.valueOf(out().getFileName()).contains(".")) {
      return FeedFormat.CSV;
    }
    if (format == null) {
      throw new UsageException(
          "--out "
              + out
              + ": unknown extension; there are: ."
              + String.join(", .", FeedFormat.allExtensions())
              + ", each also with .gz");
    }
    return format;
  }

  /// Writes a feed.
  ///
  /// @param standard standard output
  /// @throws OutputException if the feed cannot be written
  void write(Feed feed, PrintWriter standard) {
    if (!isStandardOutput()) {
      FeedWriter.write(feed, format(), out());
      return;
    }
    try {
      FeedWriter.write(feed, FeedFormat.CSV, standard);
    } catch (IOException failed) {
      throw new OutputException("standard output: cannot be written: " + failed.getMessage());
    }
    if (standard.checkError()) {
      throw new OutputException("standard output: cannot be written: it was closed");
    }
  }

  private boolean isStandardOutput() {
    return out == null || out.toString().equals("-");
  }

  private Path out() {
    return out == null ? Path.of("-") : out;
  }
}
