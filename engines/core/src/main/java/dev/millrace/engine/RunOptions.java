package dev.millrace.engine;

/// What a caller may ask of a run. None of it changes the result but `onError`.
///
/// @param parallelism the most threads that evaluate items at the same time, at least 1; sequential
///   engines use one
/// @param chunkSize how many items a chunk has at the most, at least 1
/// @param onError what happens to an item that has an error
public record RunOptions(int parallelism, int chunkSize, OnError onError) {
  /// The chunk size unless told: large enough that handing a chunk over costs little beside the
  /// work.
  public static final int DEFAULT_CHUNK_SIZE = 1_000;

  /// Checks the numbers.
  public RunOptions {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism: " + parallelism);
    }
    if (chunkSize < 1) {
      throw new IllegalArgumentException("chunk size: " + chunkSize);
    }
  }

  /// Options for a parallelism, with the default chunk size, failing on the first error.
  public static RunOptions parallel(int parallelism) {
    return new RunOptions(parallelism, DEFAULT_CHUNK_SIZE, OnError.FAIL);
  }
}
