package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Term.Computed;
import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Terms of expressions that have no code of their own: their operands do, and the rest is left to
/// the fused evaluator.
final class RowTerms {
  private static final int FEW = 50;

  private RowTerms() {}

  /// The term of an expression all of whose operands are always evaluated.
  static Term applied(Expression expression, List<Term> operands, Assembly assembly) {
    var names = new ArrayList<String>();
    Expression overOperands =
        Construct.rebuilt(
            expression,
            _ -> {
              names.add("" + names.size());
              return new Field(names.getLast());
            });
    return called(overOperands, names, operands, assembly);
  }

  /// The term of an expression over the elements of a list: all of it is left to the fused
  /// evaluator, its operands are the fields and variables that it reads.
  static Term whole(ListExpression expression, Terms terms) {
    Map<String, Term> fields = new TreeMap<>();
    Map<String, Term> variables = new TreeMap<>();
    collect(expression, terms, fields, variables);
    var names = new ArrayList<>(fields.keySet());
    var operands = new ArrayList<>(fields.values());
    Expression bound = expression;
    for (Map.Entry<String, Term> variable : variables.entrySet()) {
      String name = variable.getKey();
      while (names.contains(name)) {
        name += "'";
      }
      names.add(name);
      operands.add(variable.getValue());
      bound = new Let(variable.getKey(), new Field(name), bound);
    }
    return called(bound, names, operands, terms.assembly());
  }

  private static void collect(
      Expression expression, Terms terms, Map<String, Term> fields, Map<String, Term> variables) {
    switch (expression) {
      case Field field -> fields.put(field.field(), terms.of(field));
      case Variable(var name) when terms.isBound(name) -> variables.put(name, terms.bound(name));
      default ->
          Construct.children(expression)
              .forEach(child -> collect(child.expression(), terms, fields, variables));
    }
  }

  private static Term called(
      Expression expression, List<String> names, List<Term> operands, Assembly assembly) {
    var columns = names.stream().map(name -> new Column(name, Type.ANY)).toList();
    RowExpression row = RowExpression.of(expression, new Schema(columns));
    var call = new Made(RowCall.class, () -> new RowCall(row, operands.size()));
    var settings = new ArrayList<Term>();
    for (int from = 0; from < operands.size(); from += FEW) {
      List<Term> some = operands.subList(from, Math.min(operands.size(), from + FEW));
      settings.add(assembly.outlined(setting(call, from, some)));
    }
    return new Computed(
        Form.VALUE,
        10 + 4 * settings.size(),
        settings,
        code -> {
          for (Term setting : settings) {
            setting.push(code);
            code.discard(setting.form());
          }
          code.own(call);
          code.callOn(RowCall.class, "value", Value.class);
        });
  }

  /// Sets some operands; the value that is left says nothing.
  private static Term setting(Made call, int first, List<Term> operands) {
    List<Term> values = operands.stream().map(Conversions::boxed).toList();
    return new Computed(
        Form.flag(false),
        2 + 12 * values.size(),
        values,
        code -> {
          for (int i = 0; i < values.size(); i++) {
            code.own(call);
            code.to().loadConstant(first + i);
            values.get(i).push(code);
            code.callOn(RowCall.class, "set", void.class, int.class, Value.class);
          }
          code.to().iconst_0();
        });
  }
}
