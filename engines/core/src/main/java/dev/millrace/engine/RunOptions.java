package dev.millrace.engine;

/// What a caller may ask of a run. None of it changes the result but `onError`.
///
/// @param parallelism the most threads that evaluate items at the same time, at least 1; sequential
///   engines use one
/// @param chunking how items are cut into chunks
/// @param onError what happens to an item that has an error
/// @param join how the runs of an aggregation are brought together
public record RunOptions(int parallelism, Chunking chunking, OnError onError, JoinStrategy join) {

  /// Checks the parallelism.
  public RunOptions {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism: " + parallelism);
    }
  }

  /// Options with chunks of one size, and runs joined by a merge tree.
  public RunOptions(int parallelism, int chunkSize, OnError onError) {
    this(parallelism, new Chunking.Fixed(chunkSize), onError, JoinStrategy.MERGE_TREE);
  }

  /// Options for a parallelism, with the default chunks, failing on the first error.
  public static RunOptions parallel(int parallelism) {
    return new RunOptions(parallelism, Chunking.DEFAULT, OnError.FAIL, JoinStrategy.MERGE_TREE);
  }

  /// These options with other chunks.
  public RunOptions with(Chunking chunks) {
    return new RunOptions(parallelism, chunks, onError, join);
  }

  /// These options with another join strategy.
  public RunOptions with(JoinStrategy strategy) {
    return new RunOptions(parallelism, chunking, onError, strategy);
  }
}
