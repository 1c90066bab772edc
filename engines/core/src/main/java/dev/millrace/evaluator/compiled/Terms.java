package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.compiled.Term.Bound;
import dev.millrace.evaluator.compiled.Term.Computed;
import dev.millrace.evaluator.compiled.Term.Derived;
import dev.millrace.evaluator.compiled.Term.Input;
import dev.millrace.evaluator.compiled.Term.Literal;
import dev.millrace.evaluator.compiled.Term.Read;
import dev.millrace.evaluator.compiled.Term.Test;
import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression;
import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.CollectionExpression.ElementAt;
import dev.millrace.expression.Construct;
import dev.millrace.expression.ConversionExpression;
import dev.millrace.expression.ConversionExpression.FormatNumber;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.DateExpression;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.expression.LogicExpression;
import dev.millrace.expression.LogicExpression.IsType;
import dev.millrace.expression.NumberExpression;
import dev.millrace.expression.TextExpression;
import dev.millrace.expression.TextExpression.EditDistance;
import dev.millrace.expression.TextExpression.Join;
import dev.millrace.expression.TextExpression.Split;
import dev.millrace.expression.TradeExpression;
import dev.millrace.expression.WebExpression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes terms of expressions over the items at one point of a plan.
///
/// @param assembly the class that they become part of
/// @param schema the fields there
/// @param columns the value of each of those fields
/// @param variables the values of the variables that are bound
record Terms(Assembly assembly, Schema schema, List<Term> columns, Map<String, Term> variables) {
  private static final int FEW = 16;

  /// Whether an expression has code of its own; else only its operands have.
  static boolean areCompiled(Expression expression) {
    return switch (expression) {
      case IsType _, Split _, Join _, EditDistance _ -> false;
      case BasicExpression _,
          LogicExpression _,
          NumberExpression _,
          TextExpression _,
          ToText _,
          ParseNumber _,
          FormatNumber _ ->
          true;
      case ElementAt(Split _, BasicExpression.Literal(Decimal place)) -> isPlace(place);
      case ConversionExpression _,
          CollectionExpression _,
          ListExpression _,
          DateExpression _,
          WebExpression _,
          TradeExpression _ ->
          false;
    };
  }

  /// The expressions that become terms of their own beneath one.
  static List<Expression> operands(Expression expression) {
    return switch (expression) {
      case ListExpression _ -> List.of();
      case ElementAt(Split(var text, _), _) when areCompiled(expression) -> List.of(text);
      default -> Construct.children(expression).stream().map(Construct.Child::expression).toList();
    };
  }

  /// The term of an expression.
  Term of(Expression expression) {
    Term made = made(expression);
    Term derived = expression instanceof TextExpression text ? derived(text, made.form()) : null;
    return derived != null ? derived : assembly.outlined(made);
  }

  /// The term of an expression that reads only texts of one field of codes; null of others.
  private @Nullable Term derived(TextExpression expression, Form form) {
    Set<String> fields = new HashSet<>();
    boolean isPossible = assembly.hasCodes() && OverDictionary.areMadeOf(form);
    if (!isPossible || !isOfTexts(expression, fields) || fields.size() != 1) {
      return null;
    }
    String name = fields.iterator().next();
    return columns.get(schema.indexOf(name)) instanceof Input(int field, _)
            && assembly.isCoded(field)
        ? new Derived(
            field,
            RowExpression.of(expression, new Schema(List.of(new Column(name, Type.ANY)))),
            form)
        : null;
  }

  /// Whether an expression consists of functions of texts, fields and constants.
  private static boolean isOfTexts(Expression expression, Set<String> fields) {
    return switch (expression) {
      case Field(var name) -> {
        fields.add(name);
        yield true;
      }
      case BasicExpression.Literal _ -> true;
      case TextExpression text ->
          Construct.children(text).stream()
              .allMatch(child -> isOfTexts(child.expression(), fields));
      default -> false;
    };
  }

  private Term made(Expression expression) {
    return switch (expression) {
      case BasicExpression basic -> basic(basic);
      case ListExpression list -> RowTerms.whole(list, this);
      case LogicExpression logic ->
          orRow(logic, operands -> new LogicTerms(this).of(logic, operands));
      case NumberExpression number ->
          orRow(number, operands -> new NumberTerms(assembly).of(number, operands));
      case TextExpression text -> orRow(text, operands -> new TextTerms(this).of(text, operands));
      case ToText(var value) -> TextTerms.toText(of(value));
      case ParseNumber(_, var decimal) ->
          orRow(expression, operands -> new TextTerms(this).parsed(operands.getFirst(), decimal));
      case FormatNumber(var number, int places, var decimal) ->
          TextTerms.formatted(of(number), places, decimal);
      case ElementAt(Split(var text, var separator), BasicExpression.Literal(Decimal place))
          when isPlace(place) ->
          part(expression, of(text), separator, place.intValueExact());
      case ConversionExpression _,
          CollectionExpression _,
          DateExpression _,
          WebExpression _,
          TradeExpression _ ->
          orRow(expression, _ -> null);
    };
  }

  private Term orRow(Expression expression, Function<List<Term>, @Nullable Term> native_) {
    List<Term> operands =
        Construct.children(expression).stream().map(child -> of(child.expression())).toList();
    Term term = native_.apply(operands);
    return term != null ? term : RowTerms.applied(expression, operands, assembly);
  }

  private static boolean isPlace(Decimal place) {
    return place.isCompact()
        && place.scale() == 0
        && place.signum() >= 0
        && place.unscaled() <= Integer.MAX_VALUE;
  }

  /// A part of a text; the list of all parts is not made.
  private Term part(Expression expression, Term of, String separator, int place) {
    Term text = Conversions.text(of);
    return text != null ? TextTerms.part(text, separator, place) : orRow(expression, _ -> null);
  }

  private Term basic(BasicExpression expression) {
    return switch (expression) {
      case BasicExpression.Literal(var value) -> Conversions.literal(value);
      case Field(var name) -> columns.get(schema.indexOf(name));
      case BasicExpression.Variable(var name) -> bound(name);
      case Let(var name, var be, var in) -> let(name, of(be), in);
      case If(var condition, var then, var otherwise) ->
          choice(of(condition), of(then), of(otherwise));
      case Coalesce(var of) -> coalesce(of.stream().map(this::of).toList());
    };
  }

  /// Whether a variable is bound outside.
  boolean isBound(String variable) {
    return variables.containsKey(variable);
  }

  /// The value of a variable that is.
  Term bound(String variable) {
    return Objects.requireNonNull(variables.get(variable), variable);
  }

  private Term let(String name, Term value, Expression in) {
    boolean isAtHand = value instanceof Input || value instanceof Read || value instanceof Literal;
    if (isAtHand) {
      return binding(name, value).of(in);
    }
    Variable variable = assembly.variable(Conversions.held(value.form()));
    Term body = binding(name, new Read(variable)).of(in);
    return new Bound(variable, Conversions.to(variable.form(), value), body);
  }

  private Terms binding(String name, Term value) {
    Map<String, Term> inner = new HashMap<>(variables);
    inner.put(name, value);
    return new Terms(assembly, schema, columns, inner);
  }

  private static Term choice(Term condition, Term then, Term otherwise) {
    Form form = then.form().or(otherwise.form());
    Term first = Conversions.to(form, then);
    Term second = Conversions.to(form, otherwise);
    List<Term> all = List.of(condition, first, second);
    if (form.kind() != Kind.FLAG) {
      return new Computed(
          form,
          8,
          all,
          code -> code.choose(condition, () -> first.push(code), () -> second.push(code)));
    }
    return new Test(
        form,
        8,
        all,
        (code, when, target) ->
            code.choose(
                condition,
                () -> first.jump(code, when, target),
                () -> second.jump(code, when, target)),
        code -> code.choose(condition, () -> first.push(code), () -> second.push(code)));
  }

  /// The first of some values that is not null.
  Term coalesce(List<Term> candidates) {
    List<Term> few = grouped(candidates, FEW, this::coalesce);
    Form joined = few.stream().map(Term::form).reduce(Form.NOTHING, Form::or);
    boolean isNullable = joined.kind() == Kind.VALUE || few.getLast().form().isNullable();
    var form = new Form(joined.kind(), joined.scale(), isNullable);
    List<Term> converted = few.stream().map(term -> Conversions.to(joined, term)).toList();
    return new Computed(
        form,
        10 * converted.size(),
        converted,
        code -> {
          var end = code.to().newLabel();
          for (Term candidate : converted.subList(0, converted.size() - 1)) {
            candidate.push(code);
            code.copy(form);
            code.jumpIfNull(form, false, end);
            code.discard(form);
          }
          converted.getLast().push(code);
          code.to().labelBinding(end);
        });
  }

  /// Terms of which there are few: of many, each is made of several.
  ///
  /// @param together makes one of several
  List<Term> grouped(List<Term> terms, int few, Function<List<Term>, Term> together) {
    if (terms.size() <= few) {
      return terms;
    }
    var groups = new ArrayList<Term>();
    for (int from = 0; from < terms.size(); from += few) {
      List<Term> group = terms.subList(from, Math.min(terms.size(), from + few));
      groups.add(assembly.outlined(together.apply(List.copyOf(group))));
    }
    return grouped(groups, few, together);
  }
}
