package dev.millrace.optimiser;

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
import static dev.millrace.optimiser.Build.written;
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
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Unmatched;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.generate.Feeds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The plans that rewrites of steps leave alone, a case for each condition.
class RefusedStepRewritesTest {
  static Stream<Arguments> unchanged() {
    return Stream.of(
        kept(
            "items would not wait",
            CHOOSE_BRANCH,
            new Conditional(TRUE, List.of(sort(TITLE)), List.of())),
        kept(
            "the other branch adds a column",
            CHOOSE_BRANCH,
            new Conditional(TRUE, List.of(), List.of(set("label", SAFE)))),
        kept(
            "the condition is an error",
            CHOOSE_BRANCH,
            new Conditional(MIXED, List.of(set("title", SAFE)), List.of())),
        kept(
            "the condition may fail", LEAVE_OUT_IDLE, new Conditional(MIXED, List.of(), List.of())),
        kept(
            "the fields change places",
            LEAVE_OUT_IDLE,
            new KeepFields(Feeds.SCHEMA.names().reversed())),
        kept("the column is new", LEAVE_OUT_IDLE, set("label", TITLE)),
        kept("the map may fail", ADVANCE_FILTERS, set("label", RISKY), FILTER),
        kept("the filter reads what is set", ADVANCE_FILTERS, set("title", SAFE), FILTER),
        kept("the key may fail", ADVANCE_FILTERS, lookup(concat(RISKY), null), FILTER),
        kept("the lookup drops", ADVANCE_FILTERS, lookup(TITLE, Unmatched.DROP), FILTER),
        kept("explode counts items", ADVANCE_FILTERS, new Explode("tags", null), FILTER),
        kept(
            "the text may be none",
            ADVANCE_FILTERS,
            new SplitField("mixed", " ", List.of("a")),
            FILTER),
        kept("the sort may fail", ADVANCE_FILTERS, sort(RISKY), FILTER),
        kept("another error would be the first", ADVANCE_FILTERS, sort(TITLE), RISKY_FILTER),
        kept("a limit counts items", ADVANCE_FILTERS, new Limit(3), FILTER),
        kept(
            "the branches would no longer come one after the other",
            LEAVE_OUT_IDLE,
            new Conditional(SOLD, List.of(), List.of(new Skip(0)))),
        kept(
            "the branches would no longer come one after the other",
            LEAVE_OUT_UNREAD,
            new Conditional(SOLD, List.of(), List.of(new RowNumber("row", null))),
            new RemoveFields(List.of("row"))),
        kept("it may fail", LEAVE_OUT_UNREAD, set("a", RISKY), new RemoveFields(List.of("a"))),
        kept(
            "it is read",
            LEAVE_OUT_UNREAD,
            set("a", SAFE),
            set("b", new Field("a")),
            new RemoveFields(List.of("a"))),
        kept(
            "one branch reads it",
            LEAVE_OUT_UNREAD,
            set("a", SAFE),
            new Conditional(SOLD, List.of(set("title", new Field("a"))), List.of()),
            new RemoveFields(List.of("a"))),
        kept("it is in the result", LEAVE_OUT_UNREAD, set("a", SAFE)),
        kept(
            "it is in the result under another name",
            LEAVE_OUT_UNREAD,
            set("a", SAFE),
            new RenameFields(one("a", "b"))),
        kept(
            "the lookup drops",
            LEAVE_OUT_UNREAD,
            lookup(TITLE, Unmatched.DROP),
            new RemoveFields(List.of("taken"))),
        kept(
            "the text may be none",
            LEAVE_OUT_UNREAD,
            new SplitField("mixed", " ", List.of("a")),
            new RemoveFields(List.of("a"))),
        kept("it may fail", SHARE_COLUMNS, set("a", concat(RISKY), "b", concat(RISKY))),
        kept(
            "no item wants it for certain",
            SHARE_COLUMNS,
            new FillMissing(one("a", SAFE)),
            set("b", SAFE)),
        kept(
            "a field that it reads is set in between",
            SHARE_COLUMNS,
            set("a", SAFE),
            set("title", PRICE),
            set("b", SAFE)),
        kept(
            "columns change places in between",
            SHARE_COLUMNS,
            set("a", SAFE),
            new RemoveFields(List.of("price")),
            set("b", SAFE)),
        kept(
            "it hardly costs anything",
            SHARE_COLUMNS,
            set("a", new Equal(TITLE, PRICE), "b", new Equal(TITLE, PRICE))),
        kept("it is read", MERGE_SETTINGS, set("a", SAFE), set("b", new Field("a"))),
        kept(
            "new fields would change places",
            MERGE_SETTINGS,
            set("a", SAFE, "b", RISKY),
            set("a", TITLE)),
        kept("an error would be missed", MERGE_SETTINGS, set("a", RISKY), set("a", SAFE)),
        kept("they are not neighbours", MERGE_SETTINGS, set("a", SAFE), FILTER, set("b", SAFE)));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("unchanged")
  void of_illegalPlan_isLeftAlone(String why, Rewrites rewrite, Action... actions) {
    assertThat(rewritten(rewrite, actions)).as(why).isEqualTo(written(actions));
  }

  private static Arguments kept(String why, Rewrites rewrite, Action... actions) {
    return arguments(why, rewrite, actions);
  }
}
