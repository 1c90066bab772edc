package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.TextExpression.Length;
import dev.millrace.expression.TextExpression.Upper;
import dev.millrace.feed.Column;
import dev.millrace.feed.CompactBlock;
import dev.millrace.feed.Feed;
import dev.millrace.feed.FeedBuilder;
import dev.millrace.feed.Item;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Storage;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// More text than one array can hold, in many blocks and in one. It wants a heap of 10 GB, by
/// `JAVA_TOOL_OPTIONS=-Xmx10g`, and runs with `-Dmillrace.large=true` only.
@EnabledIfSystemProperty(named = "millrace.large", matches = "true")
class LargeTextTest {
  private static final Schema SCHEMA = Schema.of(new Column("text", Type.TEXT));
  private static final Expression TEXT = new Field("text");
  private static final int LENGTH = 1 << 20;
  private static final int BEYOND_AN_ARRAY = Integer.MAX_VALUE / LENGTH + 2;

  private static Text text(int row) {
    return Text.of(String.format(Locale.ROOT, "%08d", row) + "x".repeat(LENGTH - 8));
  }

  private static SetFields set(String name, Expression value) {
    var fields = new LinkedHashMap<String, Expression>();
    fields.put(name, value);
    return new SetFields(fields);
  }

  private static List<Action> actions() {
    return List.of(
        set("length", new Length(TEXT)),
        new Filter(new NotEqual(TEXT, new Literal(text(3)))),
        set("text", new Upper(TEXT)));
  }

  private static void assertRight(ColumnEngines engine, Feed feed) throws InterruptedException {
    Plan plan = Plan.of(actions(), SCHEMA);
    Feed result = engine.engine().run(plan, feed, RunOptions.parallel(2)).feed();
    assertThat(result.size()).isEqualTo(BEYOND_AN_ARRAY - 1);
    int row = 0;
    for (Item item : result) {
      row += row == 3 ? 1 : 0;
      var expected = Text.of(text(row++).toString().toUpperCase(Locale.ROOT));
      assertThat(item.get(0).equals(expected)).isTrue();
      assertThat(item.get(1)).isEqualTo(Decimal.of(LENGTH));
    }
  }

  @ParameterizedTest
  @EnumSource
  void run_compactFeed_givesAllOfIt(ColumnEngines engine) throws InterruptedException {
    FeedBuilder builder = FeedBuilder.of(Storage.COMPACT);
    IntStream.range(0, BEYOND_AN_ARRAY).forEach(row -> builder.add(text(row)));
    assertRight(engine, builder.build(SCHEMA));
  }

  @ParameterizedTest
  @EnumSource
  void run_oneBlock_givesAllOfIt(ColumnEngines engine) throws InterruptedException {
    List<Item> items =
        IntStream.range(0, BEYOND_AN_ARRAY).mapToObj(row -> new Item(row, text(row))).toList();
    assertRight(engine, Feed.ofPieces(SCHEMA, List.of(CompactBlock.of(items))));
  }
}
