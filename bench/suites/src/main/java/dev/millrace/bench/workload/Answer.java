package dev.millrace.bench.workload;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.value.Bool;
import dev.millrace.value.Decimal;
import dev.millrace.value.JsonText;
import dev.millrace.value.ListValue;
import dev.millrace.value.MapValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a run gave, in short: equal answers mean the same columns and the same items in the same
/// order.
///
/// @param items how many items came out
/// @param sha256 a digest of the columns and of every value of every item, in order
public record Answer(long items, String sha256) {

  /// The answer that a feed is. Cost: one pass over the bytes of all values.
  public static Answer of(Feed feed) {
    MessageDigest digest = newDigest();
    for (Column column : feed.schema().columns()) {
      update(digest, 'C', column.name());
      update(digest, 'Y', column.type().toString());
    }
    for (Item item : feed) {
      for (int i = 0; i < item.size(); i++) {
        update(digest, item.get(i));
      }
      digest.update((byte) '\n');
    }
    return new Answer(feed.size(), HexFormat.of().formatHex(digest.digest()));
  }

  private static void update(MessageDigest digest, Value value) {
    switch (value) {
      case Null _ -> digest.update((byte) '0');
      case Bool _ -> update(digest, 'B', value.toString());
      case Decimal _ -> update(digest, 'D', value.toString());
      case Text(var text) -> update(digest, 'T', text);
      case ListValue _, MapValue _ -> update(digest, 'J', JsonText.of(value));
    }
  }

  /// Adds a kind, a length and a text, so that no two sequences of values give the same bytes.
  private static void update(MessageDigest digest, char kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) kind);
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >> shift));
    }
    digest.update(bytes);
  }

  @Override
  public String toString() {
    return items + " items, digest " + sha256.substring(0, Math.min(12, sha256.length()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
