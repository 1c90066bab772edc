package dev.millrace.evaluator.fused;

import dev.millrace.action.Aggregate;
import dev.millrace.function.Numbers;
import dev.millrace.function.Texts;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an aggregate has accumulated of some members of a group. Joining is associative: however
/// the members were cut into chunks, the result is the same.
interface Accumulator {
  /// Adds a member's value.
  void add(Value value);

  /// Adds what was accumulated, for the same aggregate, of members that come after these.
  void join(Accumulator later);

  /// The aggregate of the members added.
  ///
  /// @throws dev.millrace.function.EvaluationException if it has no value
  Value result();

  /// An accumulator without members.
  static Accumulator of(Aggregate aggregate) {
    return switch (aggregate) {
      case Aggregate.Count _ -> new Count();
      case Aggregate.Sum _ -> new Sum();
      case Aggregate.Min _ -> new Extreme(-1);
      case Aggregate.Max _ -> new Extreme(1);
      case Aggregate.Avg(_, var scale, var mode) -> new Avg(scale, mode);
      case Aggregate.First _ -> new First();
      case Aggregate.Concat(_, var separator) -> new Concat(separator == null ? "," : separator);
      case Aggregate.CountDistinct _ -> new CountDistinct();
      case Aggregate.Implode _ -> new Implode();
    };
  }

  /// Counts values that are not null.
  final class Count implements Accumulator {
    private long count;

    @Override
    public void add(Value value) {
      count += value.isNull() ? 0 : 1;
    }

    @Override
    public void join(Accumulator later) {
      count += ((Count) later).count;
    }

    @Override
    public Value result() {
      return Decimal.of(count);
    }
  }

  /// Adds numbers exactly.
  final class Sum implements Accumulator {
    private final ExactSum sum = new ExactSum();

    @Override
    public void add(Value value) {
      if (value instanceof Decimal number) {
        sum.add(number);
      }
    }

    @Override
    public void join(Accumulator later) {
      sum.join(((Sum) later).sum);
    }

    @Override
    public Value result() {
      return sum.count() == 0 ? Null.NULL : Numbers.exactly(sum::total);
    }
  }

  /// Adds numbers exactly, and divides at the end.
  final class Avg implements Accumulator {
    private final ExactSum sum = new ExactSum();
    private final @Nullable Integer scale;
    private final @Nullable RoundingMode mode;

    Avg(@Nullable Integer scale, @Nullable RoundingMode mode) {
      this.scale = scale;
      this.mode = mode;
    }

    @Override
    public void add(Value value) {
      if (value instanceof Decimal number) {
        sum.add(number);
      }
    }

    @Override
    public void join(Accumulator later) {
      sum.join(((Avg) later).sum);
    }

    @Override
    public Value result() {
      return sum.count() == 0
          ? Null.NULL
          : Numbers.divide(Numbers.exactly(sum::total), Decimal.of(sum.count()), scale, mode);
    }
  }

  /// Keeps the smallest or the largest value that is not null.
  final class Extreme implements Accumulator {
    private final int sign;
    private Value best = Null.NULL;

    /// Keeps the value whose comparison with all others has this sign or is 0.
    Extreme(int sign) {
      this.sign = sign;
    }

    @Override
    public void add(Value value) {
      boolean better = best.isNull() || Integer.signum(value.compareTo(best)) == sign;
      if (!value.isNull() && better) {
        best = value;
      }
    }

    @Override
    public void join(Accumulator later) {
      add(((Extreme) later).best);
    }

    @Override
    public Value result() {
      return best;
    }
  }

  /// Keeps the first value, null or not.
  final class First implements Accumulator {
    private @Nullable Value first;

    @Override
    public void add(Value value) {
      if (first == null) {
        first = value;
      }
    }

    @Override
    public void join(Accumulator later) {
      add(later.result());
    }

    @Override
    public Value result() {
      return first == null ? Null.NULL : first;
    }
  }

  /// Writes values one after another with a separator between.
  final class Concat implements Accumulator {
    private final String separator;
    private @Nullable StringBuilder text;

    Concat(String separator) {
      this.separator = separator;
    }

    @Override
    public void add(Value value) {
      if (!value.isNull()) {
        append(Texts.toText(value));
      }
    }

    @Override
    public void join(Accumulator later) {
      var other = ((Concat) later).text;
      if (other != null) {
        append(other);
      }
    }

    private void append(CharSequence more) {
      if (text == null) {
        text = new StringBuilder(more);
      } else {
        text.append(separator).append(more);
      }
    }

    @Override
    public Value result() {
      return text == null ? Null.NULL : Text.of(text.toString());
    }
  }

  /// Keeps the different values that are not null.
  final class CountDistinct implements Accumulator {
    private final Set<Value> values = new HashSet<>();

    @Override
    public void add(Value value) {
      if (!value.isNull()) {
        values.add(value);
      }
    }

    @Override
    public void join(Accumulator later) {
      values.addAll(((CountDistinct) later).values);
    }

    @Override
    public Value result() {
      return Decimal.of(values.size());
    }
  }

  /// Keeps all values, null or not.
  final class Implode implements Accumulator {
    private final List<Value> values = new ArrayList<>();

    @Override
    public void add(Value value) {
      values.add(value);
    }

    @Override
    public void join(Accumulator later) {
      values.addAll(((Implode) later).values);
    }

    @Override
    public Value result() {
      return new ListValue(values);
    }
  }
}
