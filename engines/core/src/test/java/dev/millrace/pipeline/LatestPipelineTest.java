package dev.millrace.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.action.Action;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.evaluator.fused.FusedEvaluator;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestPipelineTest {
  private static final Evaluator EVALUATOR = new FusedEvaluator();

  private final LatestPipeline latest = new LatestPipeline();

  private static Plan plan() {
    List<Action> actions = List.of(new Limit(3));
    return Plan.of(actions, Schema.of(new Column("x", Type.NUMBER)));
  }

  @Test
  void of_thePlanOfTheLastRun_isTheSamePipeline() {
    Plan plan = plan();
    Pipeline first = latest.of(plan, EVALUATOR, 10);
    assertThat(latest.of(plan, EVALUATOR, 10)).isSameAs(first);
  }

  /// The rows of second feeds go on behind those of the feed.
  @Test
  void of_otherRows_isAnotherPipeline() {
    Plan plan = plan();
    Pipeline first = latest.of(plan, EVALUATOR, 10);
    assertThat(latest.of(plan, EVALUATOR, 11)).isNotSameAs(first);
  }

  @Test
  void of_anotherPlan_isAnotherPipeline() {
    Pipeline first = latest.of(plan(), EVALUATOR, 10);
    assertThat(latest.of(plan(), EVALUATOR, 10)).isNotSameAs(first);
  }
}
