package dev.millrace.optimiser;

import static dev.millrace.optimiser.Build.FALSE;
import static dev.millrace.optimiser.Build.FILTER;
import static dev.millrace.optimiser.Build.MIXED;
import static dev.millrace.optimiser.Build.PRICE;
import static dev.millrace.optimiser.Build.RISKY;
import static dev.millrace.optimiser.Build.RISKY_FILTER;
import static dev.millrace.optimiser.Build.SAFE;
import static dev.millrace.optimiser.Build.SOLD;
import static dev.millrace.optimiser.Build.TITLE;
import static dev.millrace.optimiser.Build.TRUE;
import static dev.millrace.optimiser.Build.concat;
import static dev.millrace.optimiser.Build.lookup;
import static dev.millrace.optimiser.Build.one;
import static dev.millrace.optimiser.Build.rewritten;
import static dev.millrace.optimiser.Build.set;
import static dev.millrace.optimiser.Build.sort;
import static dev.millrace.optimiser.Build.text;
import static dev.millrace.optimiser.Rewrites.ADVANCE_FILTERS;
import static dev.millrace.optimiser.Rewrites.CHOOSE_BRANCH;
import static dev.millrace.optimiser.Rewrites.LEAVE_OUT_IDLE;
import static dev.millrace.optimiser.Rewrites.LEAVE_OUT_UNREAD;
import static dev.millrace.optimiser.Rewrites.MERGE_SETTINGS;
import static dev.millrace.optimiser.Rewrites.SHARE_COLUMNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.generate.Feeds;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Text;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What rewrites of steps make of plans.
class StepRewritesTest {
  private static final Expression NAME = new Field("name");
  private static final String PATH_AND_FILTER = "[1] filter(contains(title, \"x\"))";

  static Stream<Arguments> changed() {
    return Stream.of(chosen(), busy(), advanced(), read(), merged(), shared())
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> chosen() {
    return Stream.of(
        made(
            CHOOSE_BRANCH,
            List.of("[0].then[0] set({title: lower(title)})", "[0].then[1] " + of(FILTER)),
            new Conditional(TRUE, List.of(set("title", SAFE), FILTER), List.of())),
        made(
            CHOOSE_BRANCH,
            List.of(),
            new Conditional(FALSE, List.of(set("title", SAFE)), List.of())));
  }

  private static Stream<Arguments> busy() {
    return Stream.of(
        made(
            LEAVE_OUT_IDLE,
            List.of("[4] set({price: title})"),
            new Filter(TRUE),
            new RenameFields(one("title", "title")),
            new KeepFields(Feeds.SCHEMA.names()),
            new Conditional(SOLD, List.of(), List.of()),
            set("title", TITLE, "price", TITLE)));
  }

  private static Stream<Arguments> advanced() {
    return Stream.of(
        made(
            ADVANCE_FILTERS,
            List.of(PATH_AND_FILTER, "[0] set({label: lower(title)})"),
            set("label", SAFE),
            FILTER),
        made(
            ADVANCE_FILTERS,
            List.of("[1] " + of(RISKY_FILTER), "[0] set({label: lower(title)})"),
            set("label", SAFE),
            RISKY_FILTER),
        made(
            ADVANCE_FILTERS,
            List.of("[1] " + of(FILTER), "[0] rename({title: name})"),
            new RenameFields(one("title", "name")),
            new Filter(new Contains(NAME, text("x")))),
        made(
            ADVANCE_FILTERS,
            List.of(
                "[4] keep_listed(title, [\"a\"])",
                "[0] remove([price])",
                "[1] merge_fields([title, sold], merged)",
                "[2] split_field(title, \" \", [a, b])",
                "[3] fill_missing({a: lower(title)})"),
            new RemoveFields(List.of("price")),
            new MergeFields(List.of("title", "sold"), "merged", null),
            new SplitField("title", " ", List.of("a", "b")),
            new FillMissing(one("a", SAFE)),
            new KeepListed(TITLE, List.of(Text.of("a")))),
        made(
            ADVANCE_FILTERS,
            List.of("[2] " + of(FILTER), "[0] sort([title])", "[1] reverse()"),
            sort(TITLE),
            new Reverse(),
            FILTER),
        made(
            ADVANCE_FILTERS,
            List.of("[1] " + of(FILTER), "[0] " + of(lookup(TITLE, null))),
            lookup(TITLE, null),
            FILTER));
  }

  private static Stream<Arguments> read() {
    return Stream.of(
        made(
            LEAVE_OUT_UNREAD,
            List.of("[1] " + of(FILTER)),
            set("label", SAFE),
            FILTER,
            new RemoveFields(List.of("label"))),
        made(
            LEAVE_OUT_UNREAD,
            List.of("[1] set({title: price})"),
            set("title", SAFE),
            set("title", PRICE)),
        made(
            LEAVE_OUT_UNREAD,
            List.of("[0] set({label: null})", "[1] set({other: price})", "[2] set({label: title})"),
            set("label", SAFE),
            set("other", PRICE),
            set("label", TITLE)),
        made(
            LEAVE_OUT_UNREAD,
            List.of("[0] set({mixed: null})", "[1] set({mixed: title})"),
            set("mixed", SAFE),
            set("mixed", TITLE)),
        made(
            LEAVE_OUT_UNREAD,
            List.of("[0] set({risky: parse_number(price)})", "[2] keep([title])"),
            set("risky", RISKY, "label", SAFE),
            new MergeFields(List.of("title"), "merged", null),
            new KeepFields(List.of("title"))),
        made(
            LEAVE_OUT_UNREAD,
            List.of("[2] group([title], {count: count(sold)})"),
            set("label", SAFE),
            lookup(TITLE, null),
            new Group(List.of("title"), one("count", new Aggregate.Count(SOLD)))),
        made(
            LEAVE_OUT_UNREAD,
            List.of("[1] if(sold, [filter(contains(title, \"x\"))], [])"),
            set("label", SAFE),
            new Conditional(SOLD, List.of(FILTER), List.of(set("label", TITLE))),
            new RemoveFields(List.of("label"))));
  }

  private static Stream<Arguments> merged() {
    return Stream.of(
        made(
            MERGE_SETTINGS,
            List.of("[0] set({a: lower(title), b: parse_number(price)})"),
            set("a", SAFE),
            set("b", RISKY)),
        made(
            MERGE_SETTINGS,
            List.of("[0] set({title: price, price: title, a: concat(price)})"),
            set("title", PRICE, "price", TITLE),
            set("a", concat(TITLE))),
        made(
            MERGE_SETTINGS,
            List.of("[0] set({risky: parse_number(price), title: price})"),
            set("title", SAFE, "risky", RISKY),
            set("title", PRICE)));
  }

  private static Stream<Arguments> shared() {
    return Stream.of(
        made(
            SHARE_COLUMNS,
            List.of(
                "[0] set({shared: lower(title)})",
                "[0] set({a: concat(parse_number(price), shared), title: shared})",
                "[0] remove([shared])"),
            set("a", concat(RISKY, SAFE), "title", SAFE)),
        made(
            SHARE_COLUMNS,
            List.of(
                "[0] set({shared: lower(title)})",
                "[0] filter(contains(shared, \"x\"))",
                "[1] set({sold: mixed})",
                "[2] fill_missing({a: concat(shared)})",
                "[3] set({title: shared})",
                "[3] remove([shared])",
                "[4] set({b: lower(title)})"),
            new Filter(new Contains(SAFE, text("x"))),
            set("sold", MIXED),
            new FillMissing(one("a", concat(SAFE))),
            set("title", SAFE),
            set("b", SAFE)),
        made(
            SHARE_COLUMNS,
            List.of(
                "[0] set({shared: title})",
                "[1] set({shared2: concat(title, \"!\")})",
                "[1] filter(equal(shared2, lower(shared2)))",
                "[1] remove([shared2])"),
            set("shared", TITLE),
            new Filter(new Equal(concat(TITLE, text("!")), new Lower(concat(TITLE, text("!")))))));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void of_legalPlan_isChanged(Rewrites rewrite, List<String> after, Action... actions) {
    assertThat(rewritten(rewrite, actions)).isEqualTo(after);
  }

  @Test
  void of_mergedSettings_keepThePlacesOfTheirExpressions() {
    Plan plan = Plan.of(List.of(set("a", RISKY), set("b", RISKY)), Feeds.SCHEMA);
    Step merged = Optimiser.of(plan).plan().steps().getFirst();
    assertThat(merged.pathOfField("a", ".set.a")).isEqualTo("actions[0].set.a");
    assertThat(merged.pathOfField("b", ".set.b")).isEqualTo("actions[1].set.b");
  }

  @Test
  void of_manySettings_setsAtMost64AtOnce() {
    Action[] actions =
        IntStream.range(0, 200).mapToObj(i -> set("new" + i, SAFE)).toArray(Action[]::new);
    assertThat(rewritten(MERGE_SETTINGS, actions)).hasSize(4);
  }

  @Test
  void of_unreadColumn_isInNoSchema() {
    Plan plan =
        Plan.of(
            List.of(
                set("label", SAFE),
                new Conditional(SOLD, List.of(sort(TITLE)), List.of(set("price", SAFE))),
                new KeepFields(List.of("title", "price"))),
            Feeds.SCHEMA);
    List<Step> steps = Optimiser.of(plan).plan().steps();
    assertThat(steps)
        .hasSize(2)
        .allSatisfy(step -> assertThat(step.after().contains("label")).isFalse());
    assertThat(steps.getFirst().then().getFirst().before()).isEqualTo(Feeds.SCHEMA);
  }

  private static Arguments made(Rewrites rewrite, List<String> after, Action... actions) {
    return arguments(rewrite, after, actions);
  }

  private static String of(Action action) {
    return ShortForm.of(action);
  }
}
