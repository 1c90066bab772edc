package dev.millrace.expression;

/// How [ConversionExpression.Hash] hashes the UTF-8 bytes of a text.
public enum HashAlgorithm {
  /// SHA-256, 64 digits.
  SHA256,
  /// MD5, 32 digits; not for secrets.
  MD5,
  /// CRC-32, 8 digits; only against accidents.
  CRC32
}
