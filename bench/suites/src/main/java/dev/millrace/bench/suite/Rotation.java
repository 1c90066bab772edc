package dev.millrace.bench.suite;

import java.util.ArrayList;
import java.util.List;

/// Values that iterations take in turn: the first, the second, …, the first again.
///
/// @param <T> the values
final class Rotation<T> {
  private final List<T> values;
  private int next;

  private Rotation(List<T> values) {
    this.values = values;
  }

  /// What is made of each degree of parallelism.
  ///
  /// @param <T> the values
  @FunctionalInterface
  interface Maker<T> {
    /// The value for a degree.
    T make(int threads) throws InterruptedException;
  }

  /// A value for each of some degrees of parallelism, separated by commas.
  static <T> Rotation<T> of(String degrees, Maker<T> maker) throws InterruptedException {
    var values = new ArrayList<T>();
    for (String degree : List.of(degrees.split(",", -1))) {
      values.add(maker.make(Integer.parseInt(degree)));
    }
    return new Rotation<>(values);
  }

  /// The value of the next iteration.
  T next() {
    T value = values.get(next);
    next = (next + 1) % values.size();
    return value;
  }

  /// All values.
  List<T> values() {
    return List.copyOf(values);
  }
}
