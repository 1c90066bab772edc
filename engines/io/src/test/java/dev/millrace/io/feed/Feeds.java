package dev.millrace.io.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Storage;
import dev.millrace.value.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Files to read in tests, and feeds as texts to compare.
final class Feeds {
  private Feeds() {}

  /// A file of a text.
  static Path file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// A compressed file of a text.
  static Path gzip(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /// Reads a file, in every storage, and checks that the feeds are the same.
  static Feed read(Path file, ReadOptions options) {
    Feed feed = FeedReader.read(file, options);
    Feed compact = FeedReader.read(file, options.with(Storage.COMPACT));
    assertThat(compact.schema()).isEqualTo(feed.schema());
    assertThat(compact).containsExactlyElementsOf(feed);
    assertThat(compact.compact()).as("is compact already").isSameAs(compact);
    return feed;
  }

  /// Each item as a line of its values in JSON.
  static List<String> rows(Feed feed) {
    var rows = new ArrayList<String>();
    for (Item item : feed) {
      var row = new StringBuilder();
      for (int i = 0; i < item.size(); i++) {
        row.append(i == 0 ? "" : " ").append(JsonText.of(item.get(i)));
      }
      rows.add(row.toString());
    }
    return rows;
  }
}
