package dev.millrace.io.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatTest {
  @TempDir Path folder;

  private Feed feed(String csv) throws IOException {
    return FeedReader.read(Feeds.file(folder, "f.csv", csv));
  }

  @Test
  void of_noKey_givesPlainCopiesWithRowsNumberedAnew() throws IOException {
    Feed feed = Repeat.of(feed("a,b\nx,1\ny,2\n"), 3, null);
    assertThat(Feeds.rows(feed))
        .containsExactly("\"x\" 1", "\"y\" 2", "\"x\" 1", "\"y\" 2", "\"x\" 1", "\"y\" 2");
    long row = 0;
    for (Item item : feed) {
      assertThat(item.row()).isEqualTo(row++);
    }
  }

  @Test
  void of_textKey_getsTheCopysNumber() throws IOException {
    assertThat(Feeds.rows(Repeat.of(feed("a,b\nx,1\n,2\n"), 3, "a")))
        .containsExactly("\"x\" 1", "null 2", "\"x-1\" 1", "null 2", "\"x-2\" 1", "null 2");
  }

  @Test
  void of_compactStorage_givesTheSameItems() throws IOException {
    Feed feed = feed("a,b\nx,1\n,2\n");
    Feed compact = Repeat.of(feed.compact(), 3, "a", Storage.COMPACT);
    assertThat(compact).containsExactlyElementsOf(Repeat.of(feed, 3, "a"));
    assertThat(compact.compact()).isSameAs(compact);
  }

  @Test
  void of_textKeysThatLookLikeCopies_stayDistinct() throws IOException {
    Feed feed = Repeat.of(feed("a\nx\nx-1\nx--1\n"), 12, "a");
    assertThat(new HashSet<>(Feeds.rows(feed))).hasSize(36);
    assertThat(Feeds.rows(feed)).contains("\"x---11\"");
  }

  @Test
  void of_numberKeys_areRaisedBeyondEachOther() throws IOException {
    assertThat(Feeds.rows(Repeat.of(feed("n\n-2\n3.5\n1\n"), 3, "n")))
        .containsExactly("-2", "3.5", "1", "4", "9.5", "7", "10", "15.5", "13");
  }

  @Test
  void of_wrongRequests_areRefused() throws IOException {
    Feed feed = feed("a\nx\n");
    assertThatThrownBy(() -> Repeat.of(feed, 0, null)).hasMessage("copies: 0");
    assertThatThrownBy(() -> Repeat.of(feed, 2, "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no field 'b' to keep copies apart by");
    assertThatThrownBy(() -> Repeat.of(Repeat.of(feed, 2, null), Integer.MAX_VALUE, null))
        .isInstanceOf(ArithmeticException.class);
  }
}
