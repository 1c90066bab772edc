package dev.millrace.engine;

import dev.millrace.feed.Storage;

/// What a caller may ask of a run. None of it changes the result but `onError`.
///
/// @param parallelism the most threads that evaluate items at the same time, at least 1; sequential
///   engines use one
/// @param chunking how items are cut into chunks
/// @param onError what happens to an item that has an error
/// @param join how the runs of an aggregation are brought together
/// @param storage how parallel runs hold items that wait: those an aggregation keeps until all have
///   come, and the result; sequential engines keep them as they are
public record RunOptions(
    int parallelism, Chunking chunking, OnError onError, JoinStrategy join, Storage storage) {

  /// Checks the parallelism.
  public RunOptions {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism: " + parallelism);
    }
  }

  /// Options with chunks of one size, the default join, and items held as objects.
  public RunOptions(int parallelism, int chunkSize, OnError onError) {
    this(
        parallelism, new Chunking.Fixed(chunkSize), onError, JoinStrategy.DEFAULT, Storage.OBJECTS);
  }

  /// Options for a parallelism, with the default chunks, failing on the first error.
  public static RunOptions parallel(int parallelism) {
    return new RunOptions(parallelism, 1, OnError.FAIL).with(Chunking.DEFAULT);
  }

  /// These options with other chunks.
  public RunOptions with(Chunking chunks) {
    return new RunOptions(parallelism, chunks, onError, join, storage);
  }

  /// These options with another join strategy.
  public RunOptions with(JoinStrategy strategy) {
    return new RunOptions(parallelism, chunking, onError, strategy, storage);
  }

  /// These options with items held in another way.
  public RunOptions with(Storage held) {
    return new RunOptions(parallelism, chunking, onError, join, held);
  }
}
