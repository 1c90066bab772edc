package dev.millrace.evaluator.vectorised;

import dev.millrace.expression.BasicExpression;
import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.Construct;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.DateExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.expression.NumberExpression.Subtract;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.WebExpression;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.vector.Constant;
import dev.millrace.vector.Texts;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes kernels of expressions: fields become columns, variables become columns behind them.
///
/// @param schema the fields of the items
/// @param variables the variables that are bound, outermost first
/// @param withoutLoop is told of every expression that has no loop of its own
record Kernels(Schema schema, List<String> variables, Consumer<Expression> withoutLoop) {
  /// Makes kernels and tells nobody.
  Kernels(Schema schema, List<String> variables) {
    this(schema, variables, _ -> {});
  }

  /// The kernel of an expression.
  Kernel of(Expression expression) {
    return switch (expression) {
      case BasicExpression basic -> basic(basic);
      case LogicExpression logic -> new LogicKernels(this).of(logic);
      case NumberExpression number -> arithmetic(number);
      case TextExpression text -> applied(text, TextLoops.of(text));
      case ListExpression list -> wholeItem(list);
      case ConversionExpression _,
          CollectionExpression _,
          DateExpression _,
          WebExpression _,
          TradeExpression _ ->
          applied(expression, PerValue.of(expression));
    };
  }

  /// The kernel of a key that items are sorted by: texts as bytes, if they can be had.
  Kernel sortKey(Expression key) {
    Kernel values = of(key);
    int field = key instanceof Field(var name) ? schema.indexOf(name) : -1;
    return batch -> {
      Vector held = field < 0 ? null : Texts.latin(batch.column(field), batch.size());
      if (held != null) {
        return held;
      }
      Vector dense = values.of(batch);
      Texts made = Texts.latin(dense, batch.size());
      return made == null ? dense : made;
    };
  }

  private Kernel arithmetic(NumberExpression expression) {
    Function exact = PerValue.of(expression);
    Arithmetic.Operator operator = Arithmetic.operator(expression);
    return operator == null
        ? applied(expression, exact)
        : new Arithmetic(
            Construct.children(expression).stream()
                .map(child -> number(child.expression()))
                .toList(),
            operator,
            exact);
  }

  /// The kernel of a part that is a number: a field that arithmetic reads is decoded only once.
  private Kernel number(Expression expression) {
    if (expression instanceof Field(var name)) {
      int index = schema.indexOf(name);
      return batch -> batch.numbers(index);
    }
    return of(expression);
  }

  /// The kernel of a function of all operands of an expression.
  Kernel applied(Expression expression, Function function) {
    if (function instanceof PerValue) {
      withoutLoop.accept(expression);
    }
    Kernel[] operands =
        Construct.children(expression).stream()
            .map(child -> of(child.expression()))
            .toArray(Kernel[]::new);
    return batch -> {
      var values = new Vector[operands.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = operands[i].of(batch);
      }
      return Lifted.of(function, values, batch.size());
    };
  }

  private Kernel wholeItem(Expression expression) {
    withoutLoop.accept(expression);
    return new WholeItem(expression, schema);
  }

  private Kernel basic(BasicExpression expression) {
    return switch (expression) {
      case Literal(var value) -> {
        Vector constant = new Constant(value);
        yield _ -> constant;
      }
      case Field(var name) -> {
        int index = schema.indexOf(name);
        yield batch -> batch.field(index);
      }
      case Variable(var name) -> {
        int index = schema.size() + variables.lastIndexOf(name);
        yield batch -> batch.field(index);
      }
      case Let let -> let(let);
      case If(var condition, var then, var otherwise) when areCheap(then, otherwise) ->
          new Blend(new ChoiceKernel(condition(condition), number(then), number(otherwise)));
      case If(var condition, var then, var otherwise) ->
          new ChoiceKernel(condition(condition), of(then), of(otherwise));
      case Coalesce(var of) -> coalesce(of);
    };
  }

  /// Whether two expressions are numbers that cost less for all items than to choose items does.
  private boolean areCheap(Expression one, Expression other) {
    return isCheap(one) && isCheap(other);
  }

  private boolean isCheap(Expression expression) {
    return switch (expression) {
      case Literal(var value) -> value instanceof Decimal;
      case Field(var name) -> schema.columns().get(schema.indexOf(name)).type() == Type.NUMBER;
      case Add _, Subtract _, Multiply _ ->
          Construct.children(expression).stream().allMatch(child -> isCheap(child.expression()));
      default -> false;
    };
  }

  private Kernel let(Let let) {
    if (hasList(let)) {
      return wholeItem(let);
    }
    Kernel value = of(let.be());
    var inner = new ArrayList<>(variables);
    inner.add(let.let());
    Kernel body = new Kernels(schema, inner, withoutLoop).of(let.in());
    int index = schema.size() + variables.size();
    return batch -> {
      Vector bound = value.of(batch);
      return body.of(batch.with(index + 1, i -> i == index ? bound : null));
    };
  }

  /// Expressions over the elements of lists are evaluated item by item, and with them all that
  /// binds variables around them.
  private static boolean hasList(Expression expression) {
    return expression instanceof ListExpression
        || Construct.children(expression).stream().anyMatch(child -> hasList(child.expression()));
  }

  private Kernel coalesce(List<Expression> of) {
    Kernel last = of(of.getLast());
    for (Expression candidate : of.subList(0, of.size() - 1).reversed()) {
      last = new PresentKernel(of(candidate), last);
    }
    return last;
  }

  /// The kernel of a condition: flags, where null counts as false.
  Condition condition(Expression condition) {
    return new Condition(of(condition));
  }
}
