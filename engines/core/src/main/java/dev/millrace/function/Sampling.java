package dev.millrace.function;

import dev.millrace.value.Decimal;
import dev.millrace.value.JsonText;
import dev.millrace.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/// Chooses a share of all keys by a hash, the same keys always.
///
/// The hash is FNV-1a over the key's JSON in UTF-8, mixed by MurmurHash3's finalizer since the
/// upper bits of FNV-1a hardly depend on the last bytes; a key is chosen when the hash lies in the
/// lowest share of its range.
///
/// @param bound the first hash that is not chosen, of 63 bits and unsigned
public record Sampling(long bound) {
  private static final BigDecimal RANGE = BigDecimal.TWO.pow(63);
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /// The choice of a share.
  ///
  /// @param share from 0, no key, to 1, every key
  public static Sampling of(Decimal share) {
    BigDecimal bound = share.toBigDecimal().multiply(RANGE).setScale(0, RoundingMode.CEILING);
    return new Sampling(bound.toBigInteger().longValue());
  }

  /// Whether a key is chosen.
  public boolean isChosen(Value key) {
    return Long.compareUnsigned(hash(key) >>> 1, bound) < 0;
  }

  private static long hash(Value key) {
    long hash = FNV_BASIS;
    for (byte b : JsonText.of(key).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return mixed(hash);
  }

  private static long mixed(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
