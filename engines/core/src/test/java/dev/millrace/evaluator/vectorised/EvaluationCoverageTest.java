package dev.millrace.evaluator.vectorised;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.engine.Answer;
import dev.millrace.engine.ItemError;
import dev.millrace.engine.ItemException;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.evaluator.vectorised.EvaluationCase.Kind;
import dev.millrace.evaluator.vectorised.EvaluationCase.Nulls;
import dev.millrace.expression.Expression;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Type;
import dev.millrace.function.EvaluationException;
import dev.millrace.generate.Feeds;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Value;
import dev.millrace.vector.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every construct, each of its operands read from columns of every type, pattern of nulls and
/// form, evaluated in every way: each gives what the reference gives, and none is left out.
class EvaluationCoverageTest {
  private static final int CONSTRUCTS = 2;
  private static final long FEED_SEED = 1;
  private static final long CASES_SEED = 1_000;
  private static final int SEEDS = 8;
  private static final Set<Kind> KINDS = DrawnColumns.kinds(CASES_SEED, SEEDS);

  /// Items as a batch.
  ///
  /// @param batch the batch
  /// @param form gives a column as it was handed in: items as what is made of them when it is read
  private record Given(Batch batch, Form form) {}

  @FunctionalInterface
  private interface Form {
    Vector of(Batch batch, int column);
  }

  /// Evaluates subjects over columns, and notes what it has evaluated.
  ///
  /// @param feed the columns
  /// @param compact the same, in compact form
  /// @param coverage where it is noted
  private record Driver(Feed feed, Feed compact, EvaluationCoverage coverage) {
    Driver(Feed feed, EvaluationCoverage coverage) {
      this(feed, feed.compact(), coverage);
    }

    void evaluate(Subject subject) {
      for (int column = 0; column < feed.schema().size(); column++) {
        Plan plan = subject.plan(feed.schema().columns().get(column).name(), feed.schema());
        if (plan != null && subject.construct() instanceof Expression) {
          evaluateExpression(subject, plan.steps().getFirst(), column);
        } else if (plan != null) {
          evaluateAction(subject, plan, column);
        }
        if (subject.operand() == null) {
          return;
        }
      }
    }

    private void evaluateExpression(Subject subject, Step step, int column) {
      var fields = ((SetFields) step.action()).fields();
      Expression expression = Objects.requireNonNull(fields.get(Subject.MADE));
      List<@Nullable Value> expected = expected(step);
      ExpressionWay.of(subject.kind())
          .forEach(way -> {
            var evaluated = new Evaluated(way, expression, way.kernel(expression, step));
            for (Given given : given()) {
              evaluated.check(given.batch, expected);
              evaluated.check(given.batch.at(some()), selected(expected));
              coverage.note(subject, kind(given, column), way.name());
            }
          });
    }

    private void evaluateAction(Subject subject, Plan plan, int column) {
      Answer expected = Answer.ofReference(plan, feed, OnError.NULL);
      var options = new RunOptions(1, DrawnColumns.ITEMS / 2, OnError.NULL);
      for (ActionWay way : ActionWay.values()) {
        for (Feed given : List.of(feed, compact)) {
          assertThat(Answer.of(way.engine(), plan, given, options))
              .as(() -> way + ": " + plan.steps())
              .isEqualTo(expected);
        }
        given().forEach(given -> coverage.note(subject, kind(given, column), way.name()));
      }
    }

    private List<Given> given() {
      int width = feed.schema().size();
      return List.of(
          new Given(Batch.of(items(feed), width), Batch::field),
          new Given(Batch.of(items(compact), width), Batch::column));
    }

    private static List<Item> items(Feed feed) {
      return feed.pieces(0, feed.size()).getFirst();
    }

    private Kind kind(Given given, int column) {
      Vector read = given.form.of(given.batch, column);
      List<Value> values = IntStream.range(0, feed.size()).mapToObj(read::get).toList();
      Type type = feed.schema().columns().get(column).type();
      return new Kind(type, Nulls.of(values), read.getClass().getSimpleName());
    }

    /// The reference's values; null where it has an error.
    private List<@Nullable Value> expected(Step step) {
      var plan = new Plan(List.of(step), step.before(), step.after());
      Answer answer = Answer.ofReference(plan, feed, OnError.NULL);
      int made = step.after().indexOf(Subject.MADE);
      Set<Long> failed = answer.errors().stream().map(ItemError::row).collect(Collectors.toSet());
      return Arrays.asList(
          answer.items().stream()
              .map(item -> failed.contains(item.row()) ? null : item.get(made))
              .toArray(Value[]::new));
    }

    private static int[] some() {
      return IntStream.range(0, DrawnColumns.ITEMS).filter(row -> row % 3 != 1).toArray();
    }

    private static List<@Nullable Value> selected(List<@Nullable Value> values) {
      return Arrays.asList(Arrays.stream(some()).mapToObj(values::get).toArray(Value[]::new));
    }
  }

  /// An expression in one way.
  ///
  /// @param way the way
  /// @param expression the expression
  /// @param kernel what evaluates it
  private record Evaluated(ExpressionWay way, Expression expression, Kernel kernel) {
    void check(Batch batch, List<@Nullable Value> expected) {
      List<Value> made = made(batch);
      if (made != null || !way.mayLeaveTheBatch()) {
        List<Value> wanted = expected.contains(null) ? null : List.copyOf(expected);
        assertThat(made).as("%s: %s", way, expression).isEqualTo(wanted);
      }
    }

    /// The values; null where it fails.
    private @Nullable List<Value> made(Batch batch) {
      try {
        Vector vector = kernel.of(batch);
        return IntStream.range(0, batch.size()).mapToObj(vector::get).toList();
      } catch (EvaluationException | ItemException failed) {
        return null;
      }
    }
  }

  private static List<Subject> subjects(Class<?> kind) {
    return Subject.of(kind, Expression.class.isAssignableFrom(kind) ? CONSTRUCTS : 1);
  }

  @Test
  void columns_drawn_haveEveryFormThatHoldsValues() {
    Set<String> views = Set.of("Scattered", "Selected", "Sliced", "Viewed");
    Set<String> forms =
        Stream.of(Vector.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .filter(form -> !views.contains(form))
            .collect(Collectors.toSet());
    assertThat(KINDS.stream().map(Kind::form).collect(Collectors.toSet())).isEqualTo(forms);
  }

  @Test
  void cases_ofEveryConstruct_areAllEvaluated() throws IOException {
    List<Class<?>> kinds = EvaluationCoverage.kinds();
    var coverage = new EvaluationCoverage(kinds, KINDS, EvaluationCoverageTest::subjects);
    var driver = new Driver(DrawnColumns.feed(FEED_SEED, SEEDS), coverage);
    kinds.forEach(kind -> subjects(kind).forEach(driver::evaluate));
    Files.writeString(Path.of("target", "evaluation-coverage.txt"), coverage.report());
    assertThat(coverage.missing()).as(coverage.report()).isEmpty();
  }

  /// The test of the test: what is not evaluated is missed, whatever it is.
  @Test
  void cases_oneLeftOut_areNotAllEvaluated() {
    List<Class<?>> kinds = List.of(Lower.class, Filter.class);
    var coverage = new EvaluationCoverage(kinds, KINDS, EvaluationCoverageTest::subjects);
    assertThat(coverage.missing()).hasSize(coverage.size());
    var driver = new Driver(DrawnColumns.feed(FEED_SEED, SEEDS), coverage);
    subjects(Lower.class).forEach(driver::evaluate);
    assertThat(coverage.missing())
        .isNotEmpty()
        .allMatch(left -> left.construct().equals("ItemAction.Filter"));
    assertThat(coverage.report()).contains("ItemAction.Filter BATCHES").contains(" 0.0 %");
  }

  @Test
  void cases_columnsOfOneKindLeftOut_areNotAllEvaluated() {
    var coverage =
        new EvaluationCoverage(List.of(Lower.class), KINDS, EvaluationCoverageTest::subjects);
    new Driver(Feeds.of(new SplittableRandom(FEED_SEED), DrawnColumns.ITEMS), coverage)
        .evaluate(subjects(Lower.class).getFirst());
    assertThat(coverage.missing()).anyMatch(left -> left.column().nulls() == Nulls.ALL);
  }

  @Test
  void cases_ofWhatIsNotGenerated_areNotEvaluated() {
    var coverage = new EvaluationCoverage(List.of(Lower.class), KINDS, _ -> List.of());
    assertThat(coverage.missing()).hasSize(1);
  }
}
