package dev.millrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.action.Action;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AggregateRulesTest {
  private static final Schema SCHEMA =
      Schema.of(
          new Column("price", Type.NUMBER),
          new Column("title", Type.TEXT),
          new Column("tags", Type.LIST));
  private static final Field PRICE = new Field("price");
  private static final Field TITLE = new Field("title");
  private static final List<SortKey> KEYS = List.of(new SortKey(PRICE, null, null));

  static Stream<Arguments> wrongActions() {
    return Stream.of(
        wrong(new Top(1, List.of()), "actions[0].by: wants at least one key"),
        wrong(new Top(-1, KEYS), "actions[0].top: wants a number that is not negative, not -1"),
        wrong(new Tail(-2), "actions[0].tail: wants a number that is not negative, not -2"),
        wrong(
            new Rank("rank", List.of(new SortKey(new Field("prize"), null, null)), null),
            "actions[0].by[0].by: field 'prize' is not in the feed; did you mean 'price'?"),
        wrong(
            new Deduplicate(List.of(), Keep.FIRST, null),
            "actions[0].deduplicate: wants at least one key"),
        wrong(
            new Deduplicate(List.of(TITLE), Keep.MIN, null),
            "actions[0].of: is missing: keep \"min\" wants what to compare"),
        wrong(
            new Deduplicate(List.of(TITLE), Keep.LAST, PRICE),
            "actions[0].of: keep \"last\" compares nothing; leave it out"),
        wrong(
            new Deduplicate(List.of(TITLE), Keep.MAX, new Lower(PRICE)),
            "actions[0].of.lower: wants text, but this is number"),
        wrong(
            new Implode("tag", List.of(TITLE), null),
            "actions[0].implode: field 'tag' is not in the feed; did you mean 'tags'?"),
        wrong(new Implode("tags", List.of(), null), "actions[0].by: wants at least one key"),
        wrong(
            new CountDistinct(PRICE, List.of("title"), "title"),
            "actions[0].into: field 'title' is there already"),
        wrong(
            new CountDistinct(new Lower(PRICE), List.of(), "n"),
            "actions[0].count_distinct.lower: wants text, but this is number"));
  }

  private static Arguments wrong(Action action, String problem) {
    return Arguments.of(action, problem);
  }

  @ParameterizedTest
  @MethodSource("wrongActions")
  void of_wrongAction_namesPlaceAndProblem(Action action, String problem) {
    assertThatThrownBy(() -> Plan.of(List.of(action), SCHEMA))
        .isInstanceOf(PlanException.class)
        .hasMessage(problem);
  }

  @Test
  void output_aggregations_haveTheColumnsTheyMake() {
    assertThat(output(new Rank("place", KEYS, true)).typeOf("place")).isEqualTo(Type.NUMBER);
    assertThat(output(new Implode("price", List.of(TITLE), null)).typeOf("price"))
        .isEqualTo(Type.LIST);
    assertThat(output(new Implode("price", List.of(TITLE), "all")).names())
        .containsExactly("price", "title", "tags", "all");
    assertThat(output(new CountDistinct(PRICE, List.of("tags"), "prices")))
        .isEqualTo(Schema.of(new Column("tags", Type.LIST), new Column("prices", Type.NUMBER)));
    for (Action same : List.of(new Reverse(), new Tail(3), new Top(3, KEYS))) {
      assertThat(output(same)).isEqualTo(SCHEMA);
    }
  }

  private static Schema output(Action action) {
    return Plan.of(List.of(action), SCHEMA).output();
  }
}
