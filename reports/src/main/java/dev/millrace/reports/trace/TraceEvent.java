package dev.millrace.reports.trace;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An event of Chrome's trace format, as far as it is read; null stands for an absent key.
///
/// @param ph its phase: `X` is a unit, all others are passed over
/// @param ts when it began, in microseconds
/// @param dur how long it took, in microseconds
record TraceEvent(
    @Nullable String ph,
    @Nullable Integer tid,
    @Nullable Double ts,
    @Nullable Double dur,
    @Nullable String name,
    @Nullable Args args) {

  /// What only our own traces have.
  record Args(
      @Nullable Integer unit,
      @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Integer> after,
      @Nullable Integer segment) {
    static final Args NONE = new Args(null, null, null);

    List<Integer> waitsFor() {
      return Objects.requireNonNullElse(after, List.of());
    }
  }
}
