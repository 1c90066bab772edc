package dev.millrace.function;

import dev.millrace.expression.HashAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Hashes of texts.
public final class Hashes {
  private Hashes() {}

  /// The hash of a text's UTF-8 bytes in lower-case hexadecimal, SHA-256 unless told.
  public static String hash(String text, @Nullable HashAlgorithm algorithm) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (algorithm == null ? HashAlgorithm.SHA256 : algorithm) {
      case SHA256 -> digest("SHA-256", bytes);
      case MD5 -> digest("MD5", bytes);
      case CRC32 -> crc32(bytes);
    };
  }

  private static String digest(String name, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has " + name, absent);
    }
  }

  private static String crc32(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
