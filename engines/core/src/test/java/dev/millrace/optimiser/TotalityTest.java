package dev.millrace.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.BasicExpression.If;
import dev.millrace.expression.BasicExpression.Let;
import dev.millrace.expression.CollectionExpression.ElementAt;
import dev.millrace.expression.ConversionExpression.FormatNumber;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression.AnyOf;
import dev.millrace.expression.ListExpression.MapList;
import dev.millrace.expression.LogicExpression.Less;
import dev.millrace.expression.NumberExpression.Add;
import dev.millrace.expression.TextExpression.Length;
import dev.millrace.expression.TextExpression.Lower;
import dev.millrace.feed.Item;
import dev.millrace.generate.Feeds;
import dev.millrace.generate.Plans;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is called total never fails.
class TotalityTest {
  private static final Totality TOTALITY = Totality.over(Feeds.SCHEMA);
  private static final Expression TAGS = new Field("tags");

  @Test
  void isTotal_generatedExpressions_haveAValueForEveryItem() {
    int total = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new SplittableRandom(seed);
      Expression expression = new Plans(random).expression();
      if (TOTALITY.isTotal(expression)) {
        total++;
        RowExpression.Evaluation evaluation = RowExpression.of(expression, Feeds.SCHEMA).begin();
        for (Item item : Feeds.of(random, 10)) {
          assertThat(evaluation.of(item)).as("seed %d: %s", seed, expression).isNotNull();
        }
      }
    }
    assertThat(total).isGreaterThan(5_000);
  }

  @Test
  void isTotal_functionsOfTheirTypes_are() {
    assertThat(
            List.of(
                Build.SAFE,
                new If(Build.SOLD, Build.TITLE, Build.NULL),
                new Let("x", Build.TITLE, new Lower(Build.variable("x"))),
                new ElementAt(TAGS, Build.number(-1)),
                new FormatNumber(new Length(Build.TITLE), 2, null),
                new AnyOf(TAGS, null, new Less(Build.variable("element"), Build.number(3)))))
        .allMatch(TOTALITY::isTotal);
  }

  @Test
  void isTotal_whatMayFail_isNot() {
    assertThat(
            List.of(
                Build.RISKY,
                new Lower(Build.MIXED),
                new If(Build.MIXED, Build.TITLE, Build.TITLE),
                new Add(List.of(Build.AMOUNT, Build.number(1))),
                new ElementAt(TAGS, Build.AMOUNT),
                new Lower(new Field("absent")),
                new MapList(TAGS, null, new Lower(Build.variable("element")))))
        .noneMatch(TOTALITY::isTotal);
  }
}
