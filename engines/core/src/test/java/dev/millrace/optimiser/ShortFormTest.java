package dev.millrace.optimiser;

import static dev.millrace.optimiser.Build.AMOUNT;
import static dev.millrace.optimiser.Build.RISKY;
import static dev.millrace.optimiser.Build.SAFE;
import static dev.millrace.optimiser.Build.TITLE;
import static dev.millrace.optimiser.Build.one;
import static dev.millrace.optimiser.Build.set;
import static dev.millrace.optimiser.Build.text;
import static dev.millrace.optimiser.Build.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.Replacement;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.TextExpression.ContainsAny;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.RegexMatches;
import dev.millrace.feed.Feed;
import dev.millrace.generate.Feeds;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// How actions and expressions are shown.
class ShortFormTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        arguments(new Let("x", SAFE, new Lower(variable("x"))), "let(x, lower(title), lower(x))"),
        arguments(new ContainsAny(TITLE, List.of("a", "b")), "contains_any(title, \"a\", \"b\")"),
        arguments(new RegexMatches(TITLE, "^\\s"), "regex_matches(title, \"^\\\\s\")"),
        arguments(text("x".repeat(100)), "\"" + "x".repeat(59) + "…"),
        arguments(set("a", RISKY), "set({a: parse_number(price)})"),
        arguments(new RenameFields(one("title", "name")), "rename({title: name})"),
        arguments(
            new SplitField("title", ",", List.of("a", "b")), "split_field(title, \",\", [a, b])"),
        arguments(
            new ReplaceValues("title", List.of(new Replacement(Text.of("a"), Decimal.ONE)), null),
            "replace_values(title, [\"a\": 1])"),
        arguments(
            new Sort(List.of(new SortKey(AMOUNT, SortOrder.DESCENDING, null))),
            "sort([amount, descending])"),
        arguments(
            new Group(List.of("title"), one("all", new Aggregate.Concat(TITLE, "; "))),
            "group([title], {all: concat(title, \"; \")})"),
        arguments(new Reverse(), "reverse()"),
        arguments(new Union(Feed.of(Feeds.SCHEMA, List.of())), "union(0 items)"),
        arguments(
            new Conditional(TITLE, List.of(new Reverse()), List.of()),
            "if(title, [reverse()], [])"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void of_construct_isItsShortForm(Object construct, String form) {
    assertThat(ShortForm.of(construct)).isEqualTo(form);
  }
}
