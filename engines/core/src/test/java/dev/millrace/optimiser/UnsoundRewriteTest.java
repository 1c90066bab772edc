package dev.millrace.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.engine.Answer;
import dev.millrace.engine.OnError;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.ConversionExpression.ParseNumber;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.NumberExpression.Divide;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.feed.Schema;
import dev.millrace.optimiser.OptimiserTest.Case;
import dev.millrace.plan.Step;
import dev.millrace.value.Null;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law of [OptimiserTest] finds rewrites out that are legal but for one condition.
class UnsoundRewriteTest {
  private static final int CASES = 4_000;

  /// A rewrite of expressions that asks for nothing.
  private record Careless(String title, UnaryOperator<Expression> change)
      implements ExpressionRewrite {
    @Override
    public String meaning() {
      return "Is wrong.";
    }

    @Override
    public Expression of(Expression whole, Totality totality) {
      return Parts.changed(whole, change);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /// A rewrite that lets a step pass the one before it.
  private record Passing(String title, BiPredicate<Action, Action> mayPass) implements StepRewrite {
    @Override
    public String meaning() {
      return "Is wrong.";
    }

    @Override
    public List<Step> of(List<Step> steps, Notes notes) {
      var made = new ArrayList<>(steps);
      for (int i = 1; i < made.size(); i++) {
        Step passed = made.get(i - 1);
        Step step = made.get(i);
        if (mayPass.test(step.action(), passed.action())
            && Footprint.of(step).isApartFrom(Footprint.of(passed))) {
          made.set(i - 1, Steps.between(passed.before(), step, step.action(), passed.before()));
          made.set(i, passed);
        }
      }
      return made;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /// A rewrite that forgets what a field was set to before.
  private record Forgetting() implements StepRewrite {
    @Override
    public String title() {
      return "forgets failing settings";
    }

    @Override
    public String meaning() {
      return "Is wrong.";
    }

    @Override
    public List<Step> of(List<Step> steps, Notes notes) {
      var made = new ArrayList<>(steps);
      for (int i = 1; i < made.size(); i++) {
        if (made.get(i - 1).action() instanceof SetFields(var first)
            && made.get(i).action() instanceof SetFields(var second)) {
          Set<String> read = Footprint.of(made.get(i)).reads();
          var left = new LinkedHashMap<>(first);
          left.replaceAll((field, expression) ->
              second.containsKey(field) && !read.contains(field)
                  ? new Literal(Null.NULL)
                  : expression);
          made.set(i - 1, Steps.with(made.get(i - 1), new SetFields(left)));
        }
      }
      return made;
    }

    @Override
    public String toString() {
      return title();
    }
  }

  /// A rewrite that removes unread fields whatever they are set to.
  private record Removing() implements StepRewrite {
    @Override
    public String title() {
      return "removes failing unread fields";
    }

    @Override
    public String meaning() {
      return "Is wrong.";
    }

    @Override
    public List<Step> of(List<Step> steps, Notes notes) {
      var made = new ArrayList<>(steps);
      for (int i = 1; i < made.size(); i++) {
        Step setting = made.get(i - 1);
        Step removal = made.get(i);
        if (setting.action() instanceof SetFields(var fields)
            && removal.action() instanceof RemoveFields(var removed)
            && removed.equals(List.copyOf(fields.keySet()))
            && setting.before().equals(removal.after())) {
          made.subList(i - 1, i + 1).clear();
        }
      }
      return made;
    }

    @Override
    public String toString() {
      return title();
    }
  }

  /// A rewrite that removes what skips nothing, in branches too.
  private record Skipping() implements StepRewrite {
    @Override
    public String title() {
      return "makes conditionals item-wise";
    }

    @Override
    public String meaning() {
      return "Is wrong.";
    }

    @Override
    public List<Step> of(List<Step> steps, Notes notes) {
      return Steps.everywhere(
          steps, list -> list.stream().filter(step -> !step.action().equals(new Skip(0))).toList());
    }

    @Override
    public String toString() {
      return title();
    }
  }

  static Stream<Rewrite> unsound() {
    return Stream.of(
        new Passing(
            "filters pass maps that fail",
            (step, passed) -> step instanceof Filter && passed instanceof SetFields),
        new Passing(
            "filters pass explode",
            (step, passed) -> step instanceof Filter && passed instanceof Explode),
        new Passing(
            "filters pass row numbers",
            (step, passed) -> step instanceof Filter && passed instanceof RowNumber),
        new Forgetting(),
        new Removing(),
        new Skipping(),
        new Careless("folds failing constants", UnsoundRewriteTest::foldedToNull),
        new Careless("moves failing operands", UnsoundRewriteTest::flattened),
        new Careless("drops what is bound", UnsoundRewriteTest::unbound),
        new Careless("takes a condition for its value", UnsoundRewriteTest::alone));
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void check_unsoundRewrite_isRefuted(Rewrite rewrite) {
    assertThat(LongStream.range(0, CASES).anyMatch(seed -> isRefuted(rewrite, seed))).isTrue();
  }

  @Test
  void check_noRewrite_isNotRefuted() {
    var none = new Careless("changes nothing", part -> part);
    assertThat(LongStream.range(0, 100).anyMatch(seed -> isRefuted(none, seed))).isFalse();
  }

  private static boolean isRefuted(Rewrite rewrite, long seed) {
    var drawn = new Case(seed);
    var plan = Optimiser.of(drawn.plan(), List.of(rewrite)).plan();
    return !plan.equals(drawn.plan())
        && Stream.of(OnError.values())
            .anyMatch(policy ->
                !Answer.of(Engines.FUSED, plan, drawn.feed(), policy)
                    .equals(Answer.ofReference(drawn.plan(), drawn.feed(), policy)));
  }

  private static Expression foldedToNull(Expression part) {
    boolean fails =
        (part instanceof ParseNumber(Literal _, _)
                || part instanceof Divide(Literal _, Literal _, _, _))
            && Parts.isSame(new FoldConstants().of(part, Totality.over(Schema.EMPTY)), part);
    return fails ? new Literal(Null.NULL) : part;
  }

  private static Expression flattened(Expression part) {
    if (!(part instanceof Concat(var of))) {
      return part;
    }
    var flat = new ArrayList<Expression>();
    of.forEach(
        operand -> flat.addAll(operand instanceof Concat(var inner) ? inner : List.of(operand)));
    return new Concat(flat);
  }

  private static Expression unbound(Expression part) {
    return part instanceof Let(var name, var be, var in)
        ? Parts.variableReplaced(in, name, be)
        : part;
  }

  private static Expression alone(Expression part) {
    return part instanceof And(var of) && of.size() == 1 ? of.getFirst() : part;
  }
}
