package dev.millrace.generate;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.BasicExpression.Variable;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.IsNull;
import dev.millrace.expression.LogicExpression.Not;
import dev.millrace.expression.LogicExpression.Or;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Bool;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// Generates runs of actions of the shapes that rewrites look for, with expressions that may or may
/// not allow them.
///
/// @param random a source of randomness
/// @param schema the fields of the items before the first
record Rewritable(RandomGenerator random, Schema schema) {
  /// Some actions.
  List<Action> actions() {
    return switch (random.nextInt(9)) {
      case 0 -> List.of(new Filter(Literals.TRUE), renamedToItself(), idle());
      case 1, 2 -> settings();
      case 3 -> List.of(set("hidden", text()), other(), new RemoveFields(List.of("hidden")));
      case 4 -> twice();
      case 5, 6 -> List.of(maker(), new Filter(condition()), set(name(), text()));
      case 7 -> List.of(new Sort(List.of(key())), new Filter(condition()));
      default -> List.of(choice());
    };
  }

  /// Constants that decide conditions.
  private static final class Literals {
    static final Expression TRUE = new Literal(Bool.TRUE);
    static final Expression FALSE = new Literal(Bool.FALSE);
    static final Expression NULL = new Literal(Null.NULL);
  }

  private RenameFields renamedToItself() {
    String field = field();
    return new RenameFields(one(field, field));
  }

  private List<Action> settings() {
    var actions = new ArrayList<Action>();
    for (int i = 1 + random.nextInt(3); i >= 0; i--) {
      actions.add(set(name(), random.nextInt(3) == 0 ? new Field(field()) : text()));
    }
    return actions;
  }

  /// A field that is set twice, and perhaps removed.
  private List<Action> twice() {
    String name = name();
    List<Action> actions = new ArrayList<>(List.of(set(name, text()), other(), set(name, text())));
    if (random.nextBoolean()) {
      actions.add(new RemoveFields(List.of(name)));
    }
    return actions;
  }

  /// An action that leaves the fields of the schema in place.
  private Action other() {
    return switch (random.nextInt(5)) {
      case 0 -> new Filter(condition());
      case 1 -> set(name(), text());
      case 2 -> new Conditional(condition(), List.of(set(name(), text())), List.of(numbered()));
      case 3 -> numbered();
      default -> new FillMissing(one(name(), text()));
    };
  }

  /// An action that is not item-wise.
  private Action numbered() {
    return random.nextBoolean() ? new RowNumber("number", null) : new Skip(random.nextInt(2));
  }

  private Action maker() {
    return switch (random.nextInt(5)) {
      case 0 -> new MergeFields(List.of(field(), field()), "merged", null);
      case 1 -> new FillMissing(one("filled", text()));
      case 2 -> new KeepFields(schema.names().reversed());
      default -> set("made", text());
    };
  }

  private Action idle() {
    return switch (random.nextInt(4)) {
      case 0 -> new Skip(0);
      case 1 -> new KeepFields(schema.names());
      case 2 -> set(schema.names().getLast(), new Field(schema.names().getLast()));
      default -> new Conditional(condition(), List.of(), List.of());
    };
  }

  private Action choice() {
    Expression condition = pick(List.of(Literals.TRUE, Literals.FALSE, Literals.NULL, condition()));
    return new Conditional(
        condition,
        List.of(set(field(), text()), new Filter(condition())),
        List.of(set(field(), text())));
  }

  private SortKey key() {
    Expression text = text();
    Expression key =
        switch (random.nextInt(3)) {
          case 0 -> new Field(field());
          case 1 -> text;
          default -> new Concat(List.of(text, constant(), text));
        };
    return new SortKey(key, null, NullOrder.LAST);
  }

  private Expression condition() {
    return switch (random.nextInt(6)) {
      case 0 -> new And(List.of(Literals.TRUE, any(Type.BOOLEAN), pick(constants())));
      case 1 -> new Or(List.of(any(Type.BOOLEAN), pick(constants()), any(Type.BOOLEAN)));
      case 2 -> new Not(new Not(new IsNull(any(Type.ANY))));
      case 3 -> new Not(new Equal(new Field(field()), any(Type.ANY)));
      case 4 -> new Not(new IsNull(new Field(field())));
      default -> any(Type.BOOLEAN);
    };
  }

  private static List<Expression> constants() {
    return List.of(Literals.TRUE, Literals.FALSE, Literals.NULL);
  }

  private Expression text() {
    Expression some = any(Type.TEXT);
    return switch (random.nextInt(8)) {
      case 0 ->
          new Concat(List.of(new Concat(List.of(some, any(Type.ANY))), constant(), constant()));
      case 1 -> new Concat(List.of(some, constant(), some));
      case 2 -> new If(new Contains(some, any(Type.TEXT)), some, new ToText(some));
      case 3 -> new If(pick(constants()), some, any(Type.TEXT));
      case 4 -> new Coalesce(List.of(Literals.NULL, some, constant(), any(Type.TEXT)));
      case 5 ->
          new Let("x", new Field(field()), new Concat(List.of(some, new Variable("x"), some)));
      case 6 -> new Concat(List.of(new ToText(some), constant()));
      default -> some;
    };
  }

  private Expression constant() {
    Value value = new Values(random).of(Type.TEXT);
    return new Literal(value);
  }

  private Expression any(Type type) {
    return new Expressions(random, schema, Map.of()).of(type, random.nextInt(3));
  }

  /// A field that is there, or a new one.
  private String name() {
    return random.nextBoolean() ? field() : "made" + random.nextInt(2);
  }

  private String field() {
    return pick(schema.names());
  }

  private static SetFields set(String field, Expression to) {
    return new SetFields(one(field, to));
  }

  private <T> T pick(List<T> candidates) {
    return candidates.get(random.nextInt(candidates.size()));
  }

  private static <T> SequencedMap<String, T> one(String key, T value) {
    var map = new LinkedHashMap<String, T>();
    map.put(key, value);
    return map;
  }
}
