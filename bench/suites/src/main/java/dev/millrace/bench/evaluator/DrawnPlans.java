package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.plan.Plan;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Plans over products that are drawn, so that there is always one that nobody has run: which
/// rules, how many, in what order, and what constants they have. The same numbers drawn give the
/// same plan.
public enum DrawnPlans {
  /// Four to eight cheap rules on numbers, which keep most items.
  CHEAP(4, 8, DrawnRules.CHEAP),
  /// Three to six rules that read and write texts, and keep most items.
  TEXT(3, 6, DrawnRules.TEXT),
  /// 23 rules of both kinds.
  LONG(23, 23, DrawnRules.ALL);

  private final int fewest;
  private final int most;
  private final List<DrawnRules.Rule> rules;

  DrawnPlans(int fewest, int most, List<DrawnRules.Rule> rules) {
    this.fewest = fewest;
    this.most = most;
    this.rules = rules;
  }

  /// Draws actions.
  public List<Action> draw(SplittableRandom random) {
    int count = random.nextInt(fewest, most + 1);
    return Actions.parse(
        IntStream.range(0, count)
            .mapToObj(_ -> rules.get(random.nextInt(rules.size())).draw(random))
            .collect(Collectors.joining(",", "[", "]")));
  }

  /// Draws actions and checks them.
  public Plan plan(SplittableRandom random) {
    return Plan.of(draw(random), Products.SCHEMA);
  }
}
