package dev.millrace.generate;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Union;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.action.ItemAction.Sample;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Unmatched;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Not;
import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Generates the actions that go row by row and hold tables, lists, or second feeds.
final class RowActions {
  /// The types of expressions that hold values of one kind only.
  private static final List<Type> PLAIN =
      List.of(Type.BOOLEAN, Type.NUMBER, Type.TEXT, Type.LIST, Type.MAP);

  private final RandomGenerator random;
  private final Values values;
  private final Schema schema;

  /// Generates actions on feeds of a schema that has columns.
  RowActions(RandomGenerator random, Schema schema) {
    this.random = random;
    this.values = new Values(random);
    this.schema = schema;
  }

  /// An action.
  Action action() {
    return switch (random.nextInt(15)) {
      case 0 -> fill();
      case 1 -> split();
      case 2 -> new MergeFields(fields(), target(), random.nextBoolean() ? null : "/");
      case 3 -> replace();
      case 4, 5 -> lookup();
      case 6 -> new Sample(expression(Type.ANY), Decimal.of(random.nextInt(11), 1));
      case 7 -> keepListed();
      case 8 -> dropListed();
      case 9 -> new Validate(mostlyTrue(), "is not as it should be");
      case 10 -> new Skip(random.nextInt(9));
      case 11 -> new SkipWhile(mostlyTrue());
      case 12 -> random.nextBoolean() ? new LimitWhile(mostlyTrue()) : limitPer();
      case 13 -> new FillDown(fields());
      default -> new Union(second());
    };
  }

  private FillMissing fill() {
    var fields = new LinkedHashMap<String, Expression>();
    for (String name : List.of(field(), target())) {
      Type held = schema.typeOf(name);
      fields.put(name, expression(held == null || random.nextInt(4) == 0 ? Type.TEXT : held));
    }
    return new FillMissing(fields);
  }

  private Action split() {
    List<String> texts = fieldsThatMayBe(Type.TEXT);
    return texts.isEmpty()
        ? fill()
        : new SplitField(pick(texts), random.nextBoolean() ? " " : ",", targets());
  }

  private ReplaceValues replace() {
    Column column = pick(schema.columns());
    var with = new ArrayList<Replacement>();
    for (Value from : distinctValues(column.type())) {
      boolean same = random.nextBoolean();
      with.add(new Replacement(from, values.of(same ? column.type() : Type.NUMBER)));
    }
    return new ReplaceValues(
        column.name(), with, random.nextBoolean() ? null : values.present(column.type()));
  }

  private Lookup lookup() {
    Column key = pick(schema.columns());
    String taken = target();
    String on = "key of " + taken;
    Schema columns = Schema.of(new Column(on, key.type()), new Column(taken, pick(Type.values())));
    var rows = new ArrayList<Item>();
    for (Value value : distinctValues(key.type())) {
      rows.add(new Item(rows.size(), value, values.of(columns.columns().getLast().type())));
    }
    return new Lookup(
        random.nextInt(3) == 0 ? expression(key.type()) : new Field(key.name()),
        Feed.of(columns, rows),
        on,
        random.nextBoolean() ? List.of(taken) : List.of(on, taken),
        random.nextBoolean() ? null : pick(Unmatched.values()));
  }

  private KeepListed keepListed() {
    Type type = pick(PLAIN);
    return new KeepListed(expression(type), List.copyOf(distinctValues(type)));
  }

  private DropListed dropListed() {
    Type type = pick(PLAIN);
    return new DropListed(expression(type), List.copyOf(distinctValues(type)));
  }

  private LimitPer limitPer() {
    return new LimitPer(
        random.nextBoolean()
            ? List.of(expression(Type.ANY))
            : List.of(expression(Type.NUMBER), expression(Type.TEXT)),
        random.nextInt(4));
  }

  /// A feed that has some of the columns.
  private Feed second() {
    List<Column> columns = schema.columns().stream().filter(_ -> random.nextInt(4) != 0).toList();
    List<Item> items =
        IntStream.range(0, random.nextInt(8))
            .mapToObj(row ->
                new Item(
                    row,
                    columns.stream().map(column -> values.of(column.type())).toArray(Value[]::new)))
            .toList();
    return Feed.of(new Schema(columns), items);
  }

  /// Up to a dozen values, some of them likely to occur in a generated feed.
  private Set<Value> distinctValues(Type type) {
    Set<Value> distinct = new LinkedHashSet<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      boolean small = type == Type.NUMBER && random.nextBoolean();
      distinct.add(small ? Decimal.of(random.nextInt(6)) : values.of(type));
    }
    return distinct;
  }

  private Expression mostlyTrue() {
    Expression condition = expression(Type.BOOLEAN);
    return random.nextInt(3) == 0 ? condition : new Not(condition);
  }

  private Expression expression(Type type) {
    return new Expressions(random, schema, Map.of()).of(type, random.nextInt(3));
  }

  private String field() {
    return pick(schema.columns()).name();
  }

  private List<String> fields() {
    return random.nextBoolean() ? List.of(field()) : schema.names();
  }

  private List<String> fieldsThatMayBe(Type type) {
    return schema.columns().stream()
        .filter(column -> column.type().mayBe(type))
        .map(Column::name)
        .toList();
  }

  /// A field that is there, or a new one.
  private String target() {
    return random.nextInt(3) == 0 ? field() : "new" + random.nextInt(3);
  }

  private List<String> targets() {
    Set<String> targets = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      targets.add(target());
    }
    return List.copyOf(targets);
  }

  private <T> T pick(List<T> candidates) {
    return candidates.get(random.nextInt(candidates.size()));
  }

  private <T> T pick(T[] candidates) {
    return candidates[random.nextInt(candidates.length)];
  }
}
