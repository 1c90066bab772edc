package dev.millrace.bench.evaluator;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// A loop over data that was laid out for it.
///
/// @param loop one pass over all of the data
/// @param reader reads what the loop gives
/// @param <T> what the loop gives, in whatever form it is quickest to make
/// @param <O> the same, in the form that [EvaluatorJob#hand] gives
public record TunedLoop<T, O>(Supplier<T> loop, Function<T, List<O>> reader) {
  /// One pass.
  public T run() {
    return loop.get();
  }

  /// One pass, whose result is read.
  public List<O> results() {
    return reader.apply(loop.get());
  }
}
