package dev.millrace.evaluator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.Literal;
import dev.millrace.expression.CollectionExpression.ElementAt;
import dev.millrace.expression.CollectionExpression.Size;
import dev.millrace.expression.ConversionExpression.Hash;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression.MapList;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.expression.TextExpression.Split;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import dev.millrace.value.Decimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the evaluator says of how items go through a step.
class CompiledEvaluatorTest {
  private static final Schema SCHEMA =
      Schema.of(new Column("x", Type.NUMBER), new Column("name", Type.TEXT));
  private static final Expression NAME = new Field("name");
  private static final Expression FIRST = new Literal(Decimal.ZERO);

  private static List<String> explained(Action action) {
    return new CompiledEvaluator().explained(Plan.of(List.of(action), SCHEMA).steps().getFirst());
  }

  private static SetFields set(Expression value) {
    return new SetFields(new LinkedHashMap<>(Map.of("y", value)));
  }

  @Test
  void explained_stepWithCode_isInBytecode() {
    assertThat(explained(new Filter(new Less(new Field("x"), FIRST))))
        .containsExactly("in bytecode");
    assertThat(explained(set(new Lower(new ElementAt(new Split(NAME, " "), FIRST)))))
        .containsExactly("in bytecode");
  }

  @Test
  void explained_expressionsWithoutCode_areNamed() {
    assertThat(explained(set(new Hash(new Lower(NAME), null))))
        .containsExactly("in bytecode", "by closure: hash(lower(name))");
    assertThat(explained(set(new Size(new Split(NAME, "/")))))
        .containsExactly(
            "in bytecode",
            "by closure: size(split(name, \"/\"))",
            "by closure: split(name, \"/\")");
    assertThat(explained(set(new MapList(new Split(NAME, " "), null, NAME)))).hasSize(2);
  }

  @Test
  void explained_stepWithoutCode_isTheVectorisedEvaluators() {
    assertThat(explained(new SplitField("name", " ", List.of("a", "b"))))
        .containsExactly("item by item");
    assertThat(explained(new RenameFields(new LinkedHashMap<>(Map.of("x", "z")))))
        .containsExactly("in batches");
  }
}
