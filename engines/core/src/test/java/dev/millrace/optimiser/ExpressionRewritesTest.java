package dev.millrace.optimiser;

import static dev.millrace.optimiser.Build.AMOUNT;
import static dev.millrace.optimiser.Build.FALSE;
import static dev.millrace.optimiser.Build.MIXED;
import static dev.millrace.optimiser.Build.NULL;
import static dev.millrace.optimiser.Build.PRICE;
import static dev.millrace.optimiser.Build.RISKY;
import static dev.millrace.optimiser.Build.SAFE;
import static dev.millrace.optimiser.Build.SOLD;
import static dev.millrace.optimiser.Build.TITLE;
import static dev.millrace.optimiser.Build.TRUE;
import static dev.millrace.optimiser.Build.and;
import static dev.millrace.optimiser.Build.concat;
import static dev.millrace.optimiser.Build.number;
import static dev.millrace.optimiser.Build.or;
import static dev.millrace.optimiser.Build.text;
import static dev.millrace.optimiser.Build.variable;
import static dev.millrace.optimiser.Rewrites.FLATTEN_CONCAT;
import static dev.millrace.optimiser.Rewrites.FOLD_CONSTANTS;
import static dev.millrace.optimiser.Rewrites.INLINE_VARIABLES;
import static dev.millrace.optimiser.Rewrites.SHARE_EXPRESSIONS;
import static dev.millrace.optimiser.Rewrites.SIMPLIFY_LOGIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.millrace.expression.BasicExpression.Coalesce;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.CollectionExpression.ListOf;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.ConversionExpression.ToText;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression.MapList;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.IsNull;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.LogicExpression.Not;
import dev.millrace.expression.LogicExpression.NotEqual;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.expression.TextExpression.Length;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.RegexMatches;
import dev.millrace.expression.TextExpression.Replace;
import dev.millrace.generate.Feeds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What rewrites of expressions make of expressions, and what they leave alone, a case for each
/// condition.
class ExpressionRewritesTest {
  private static final Expression ZERO_DIVISION = new Divide(number(1), number(0), null, null);

  static Stream<Arguments> changed() {
    return Stream.of(inlined(), folded(), simplified(), flattened(), shared())
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> inlined() {
    return Stream.of(
        arguments(INLINE_VARIABLES, new Let("x", TITLE, new Lower(variable("x"))), "lower(title)"),
        arguments(
            INLINE_VARIABLES,
            new Let("x", text("a"), concat(variable("x"), SAFE)),
            "concat(\"a\", lower(title))"),
        arguments(
            INLINE_VARIABLES,
            new Let("x", PRICE, new ParseNumber(variable("x"), null)),
            "let(x, price, parse_number(price))"),
        arguments(
            INLINE_VARIABLES,
            new Let("x", TITLE, new Let("x", new Lower(variable("x")), concat(variable("x")))),
            "let(x, lower(title), concat(x))"),
        arguments(
            INLINE_VARIABLES,
            new Let(
                "x", TITLE, new MapList(new ListOf(List.of(variable("x"))), "x", variable("x"))),
            "map_list(list_of(title), x, x)"));
  }

  private static Stream<Arguments> folded() {
    return Stream.of(
        arguments(FOLD_CONSTANTS, new Add(List.of(number(1), number(2))), "3"),
        arguments(FOLD_CONSTANTS, concat(new Lower(text("A")), TITLE), "concat(\"a\", title)"),
        arguments(FOLD_CONSTANTS, and(), "true"),
        arguments(
            FOLD_CONSTANTS,
            new Divide(RISKY, new Length(text("abc")), null, null),
            "divide(parse_number(price), 3)"));
  }

  private static Stream<Arguments> simplified() {
    return Stream.of(
        arguments(SIMPLIFY_LOGIC, new If(TRUE, SAFE, RISKY), "lower(title)"),
        arguments(SIMPLIFY_LOGIC, new If(NULL, RISKY, SAFE), "lower(title)"),
        arguments(SIMPLIFY_LOGIC, and(SOLD, TRUE, new IsNull(TITLE)), "and(sold, is_null(title))"),
        arguments(SIMPLIFY_LOGIC, and(MIXED, NULL, new IsNull(RISKY)), "and(mixed, null)"),
        arguments(SIMPLIFY_LOGIC, and(SOLD, FALSE, new IsNull(RISKY)), "false"),
        arguments(SIMPLIFY_LOGIC, or(SOLD, TRUE), "true"),
        arguments(SIMPLIFY_LOGIC, or(FALSE, new IsNull(TITLE)), "is_null(title)"),
        arguments(SIMPLIFY_LOGIC, or(FALSE, SOLD), "or(sold)"),
        arguments(SIMPLIFY_LOGIC, new Not(new Not(new IsNull(TITLE))), "is_null(title)"),
        arguments(SIMPLIFY_LOGIC, new Not(new Equal(TITLE, PRICE)), "not_equal(title, price)"),
        arguments(SIMPLIFY_LOGIC, new Not(new NotEqual(TITLE, PRICE)), "equal(title, price)"),
        arguments(
            SIMPLIFY_LOGIC,
            new Coalesce(List.of(NULL, TITLE, text(""), RISKY)),
            "coalesce(title, \"\")"),
        arguments(SIMPLIFY_LOGIC, new Coalesce(List.of(NULL, NULL)), "null"),
        arguments(SIMPLIFY_LOGIC, new Coalesce(List.of(concat(TITLE), RISKY)), "concat(title)"));
  }

  private static Stream<Arguments> flattened() {
    return Stream.of(
        arguments(
            FLATTEN_CONCAT,
            concat(concat(TITLE, text("-")), text("x"), new ToText(AMOUNT)),
            "concat(title, \"-x\", amount)"),
        arguments(FLATTEN_CONCAT, concat(TITLE, NULL, text("")), "concat(title)"),
        arguments(FLATTEN_CONCAT, concat(text("a"), number(1)), "concat(\"a1\")"),
        arguments(
            FLATTEN_CONCAT,
            concat(RISKY, concat(TITLE, PRICE)),
            "concat(parse_number(price), title, price)"));
  }

  private static Stream<Arguments> shared() {
    return Stream.of(
        arguments(
            SHARE_EXPRESSIONS,
            concat(SAFE, text("-"), SAFE),
            "let(shared, lower(title), concat(shared, \"-\", shared))"),
        arguments(
            SHARE_EXPRESSIONS,
            new If(new Contains(SAFE, text("x")), SAFE, text("")),
            "let(shared, lower(title), if(contains(shared, \"x\"), shared, \"\"))"),
        arguments(
            SHARE_EXPRESSIONS,
            new Divide(RISKY, new Length(concat(SAFE, SAFE)), null, null),
            "divide(parse_number(price),"
                + " let(shared, lower(title), length(concat(shared, shared))))"));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void of_legalCase_isChanged(Rewrites rewrite, Expression before, String after) {
    assertThat(ShortForm.of(rewritten(rewrite, before))).isEqualTo(after);
  }

  static Stream<Arguments> unchanged() {
    return Stream.of(
        arguments(
            "what is bound costs something",
            INLINE_VARIABLES,
            new Let("x", SAFE, concat(variable("x")))),
        arguments(
            "an inner variable has the name",
            INLINE_VARIABLES,
            new Let(
                "x",
                SAFE,
                new Let(
                    "z", variable("x"), new Let("x", SAFE, concat(variable("z"), variable("x")))))),
        arguments("it has no value", FOLD_CONSTANTS, ZERO_DIVISION),
        arguments("it may take forever", FOLD_CONSTANTS, new RegexMatches(text("aa"), "(a+)+b")),
        arguments(
            "the value is long",
            FOLD_CONSTANTS,
            new Replace(text("a".repeat(100)), text("a"), text("b".repeat(11)))),
        arguments("the chosen part would move", SIMPLIFY_LOGIC, new If(TRUE, RISKY, SAFE)),
        arguments("the condition is no boolean", SIMPLIFY_LOGIC, new If(MIXED, SAFE, SAFE)),
        arguments("an operand would move", SIMPLIFY_LOGIC, and(TRUE, new IsNull(RISKY), SOLD)),
        arguments("the operand may be null", SIMPLIFY_LOGIC, and(SOLD)),
        arguments("the operand may be null", SIMPLIFY_LOGIC, new Not(new Not(SOLD))),
        arguments("null is less than nothing", SIMPLIFY_LOGIC, new Not(new Less(TITLE, PRICE))),
        arguments("the operand would move", SIMPLIFY_LOGIC, new Not(new Not(new IsNull(RISKY)))),
        arguments("the operands would move", SIMPLIFY_LOGIC, new Not(new Equal(RISKY, AMOUNT))),
        arguments(
            "the candidate would move", SIMPLIFY_LOGIC, new Coalesce(List.of(NULL, RISKY, AMOUNT))),
        arguments("an operand would move", FLATTEN_CONCAT, concat(concat(RISKY), TITLE)),
        arguments(
            "a later operand would move", FLATTEN_CONCAT, concat(concat(TITLE, PRICE), RISKY)),
        arguments("the whole would move", SHARE_EXPRESSIONS, concat(RISKY, SAFE, SAFE)),
        arguments(
            "it is evaluated for some items only",
            SHARE_EXPRESSIONS,
            new If(SOLD, new Length(SAFE), new Length(new Lower(SAFE)))),
        arguments("it costs nothing", SHARE_EXPRESSIONS, concat(TITLE, TITLE)),
        arguments(
            "it hardly costs anything",
            SHARE_EXPRESSIONS,
            and(new IsNull(TITLE), or(new IsNull(TITLE), SOLD))),
        arguments(
            "a variable is bound inside",
            SHARE_EXPRESSIONS,
            concat(
                new Let("x", TITLE, new Lower(variable("x"))),
                new Let("x", PRICE, new Lower(variable("x"))))));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("unchanged")
  void of_illegalCase_isLeftAlone(String why, Rewrites rewrite, Expression expression) {
    assertThat(rewritten(rewrite, expression)).as(why).isSameAs(expression);
  }

  private static Expression rewritten(Rewrites rewrite, Expression expression) {
    return ((ExpressionRewrite) rewrite.rewrite()).of(expression, Totality.over(Feeds.SCHEMA));
  }
}
