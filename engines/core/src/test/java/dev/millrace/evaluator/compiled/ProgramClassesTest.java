package dev.millrace.evaluator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.CollectionExpression.ListOf;
import dev.millrace.expression.Expression;
import dev.millrace.expression.LogicExpression.And;
import dev.millrace.expression.LogicExpression.Equal;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.NumberExpression.Multiply;
import dev.millrace.expression.TextExpression.Concat;
import dev.millrace.expression.TextExpression.Contains;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.plan.Step;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which plans share a class, how large their methods are, and that classes go away.
class ProgramClassesTest {
  private static final int HUGE = 8_000;
  private static final long MEGABYTE = 1 << 20;
  private static final Schema SCHEMA =
      Schema.of(new Column("x", Type.NUMBER), new Column("name", Type.TEXT));
  private static final Expression X = new Field("x");
  private static final Expression NAME = new Field("name");
  private static final Layout LAYOUT =
      new Layout(List.of(0, 1), List.of(Form.number(2, true), Form.text(true)));

  private static Expression number(long number) {
    return new Literal(Decimal.of(number));
  }

  private static Expression text(String text) {
    return new Literal(Text.of(text));
  }

  private static SetFields set(String name, Expression value) {
    var fields = new LinkedHashMap<String, Expression>();
    fields.put(name, value);
    return new SetFields(fields);
  }

  private static List<Step> steps(Action... actions) {
    return Plan.of(List.of(actions), SCHEMA).steps();
  }

  private static Class<?> compiled(Action... actions) {
    return Compiled.of(steps(actions), LAYOUT).code();
  }

  private static Action rule(long limit, String find, String tag) {
    Expression matches =
        new And(List.of(new Less(X, number(limit)), new Contains(NAME, text(find))));
    return set("tag", new If(matches, text(tag), new Concat(List.of(NAME, text(tag)))));
  }

  @Test
  void plans_thatDifferInConstants_shareAClass() {
    assertThat(compiled(rule(5, "red", "r"))).isSameAs(compiled(rule(77, "blue", "other")));
    assertThat(compiled(rule(5, "red", "red"))).isSameAs(compiled(rule(5, "a", "b")));
  }

  @Test
  void plans_thatDifferInShape_doNot() {
    assertThat(compiled(set("x", new Add(List.of(X, number(1))))))
        .isNotSameAs(compiled(set("x", new Multiply(List.of(X, number(1))))))
        .isNotSameAs(compiled(set("y", new Add(List.of(X, number(1), X)))));
  }

  @Test
  void layouts_thatDiffer_doNotShareAClass() {
    List<Step> steps = steps(set("x", new Add(List.of(X, number(1)))));
    var whole = new Layout(List.of(0), List.of(Form.number(0, false)));
    var nullable = new Layout(List.of(0), List.of(Form.number(0, true)));
    assertThat(Compiled.of(steps, whole).code()).isNotSameAs(Compiled.of(steps, nullable).code());
  }

  @Test
  void methods_ofLargePlans_areSmallEnoughToBeCompiled() {
    var rules = new ArrayList<Action>();
    for (int i = 0; i < 700; i++) {
      rules.add(rule(i, "find" + i, "tag" + i));
    }
    assertThat(longestMethod(rules)).isBetween(1_000, HUGE);
  }

  @Test
  void methods_ofOneLargeExpression_areSmallEnoughToBeCompiled() {
    List<Expression> sums =
        IntStream.range(0, 2_000)
            .<Expression>mapToObj(i -> new Add(List.of(X, number(i))))
            .toList();
    List<Expression> tests = sums.stream().<Expression>map(sum -> new Less(X, sum)).toList();
    Expression chain = number(0);
    for (int i = 0; i < 700; i++) {
      chain = new If(new Equal(NAME, text("brand" + i)), number(i), chain);
    }
    assertThat(longestMethod(List.of(set("y", new Add(sums))))).isBetween(500, HUGE);
    assertThat(longestMethod(List.of(set("y", new Concat(sums))))).isBetween(500, HUGE);
    assertThat(longestMethod(List.of(new Filter(new And(tests))))).isBetween(500, HUGE);
    assertThat(longestMethod(List.of(set("y", chain)))).isBetween(500, HUGE);
    assertThat(longestMethod(List.of(set("y", new ListOf(sums))))).isBetween(500, HUGE);
  }

  private static int longestMethod(List<Action> actions) {
    byte[] classFile = Compiled.classFile(Plan.of(actions, SCHEMA).steps(), LAYOUT);
    return ClassFile.of().parse(classFile).methods().stream()
        .mapToInt(ProgramClassesTest::length)
        .max()
        .orElseThrow();
  }

  private static int length(MethodModel method) {
    return ((CodeAttribute) method.code().orElseThrow()).codeLength();
  }

  @Test
  void classes_of10000Plans_areUnloaded() {
    run(0, 500);
    System.gc();
    int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    long metaspace = metaspace();
    run(500, 10_500);
    System.gc();
    assertThat(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount())
        .isLessThan(classes + 1_000);
    assertThat(metaspace()).isLessThan(metaspace + 16 * MEGABYTE);
  }

  /// Makes the classes of plans of which no two have the same shape.
  private static void run(int from, int to) {
    for (int shape = from; shape < to; shape++) {
      Expression value = X;
      for (int bits = shape + (1 << 14); bits > 1; bits >>= 1) {
        List<Expression> operands = List.of(value, number(bits));
        value = (bits & 1) == 0 ? new Add(operands) : new Multiply(operands);
      }
      compiled(set("y", value));
    }
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
        .sum();
  }
}
