package dev.millrace.io.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.engine.RunOptions;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.io.plan.Family;
import dev.millrace.plan.Plan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Golden values of every expression: a table of expressions, of items where they matter, and of
/// what comes out.
///
/// A line of `expressions.jsonl` says what its expression `gives`, the `error` that it has for the
/// item, or the `problem` for which the plan is refused. Each is tried on every engine.
class ExpressionTableTest {
  private static final int LINES_EACH = 3;

  @TempDir Path folder;

  /// A line whose plan is refused.
  record Refused(DocExample example, String problem) {
    @Override
    public String toString() {
      return example.toString();
    }
  }

  static List<DocExample> accepted() throws IOException, URISyntaxException {
    var accepted = new ArrayList<DocExample>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (DocExample.tree(lines.get(i)).get("problem") == null) {
        accepted.add(DocExample.ofExpression(lines.get(i), "line " + (i + 1)));
      }
    }
    return accepted;
  }

  static List<Refused> refused() throws IOException, URISyntaxException {
    var refused = new ArrayList<Refused>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      var problem = DocExample.tree(lines.get(i)).get("problem");
      if (problem != null) {
        DocExample example = DocExample.ofExpression(lines.get(i), "line " + (i + 1));
        refused.add(new Refused(example, problem.stringValue()));
      }
    }
    return refused;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void run_expression_givesItsGoldenValue(DocExample example) throws Exception {
    Feed feed = DocExample.feed(example.feed(), folder);
    Plan plan = Plan.of(example.plan().actions(), feed.schema());
    for (Engines engine : Engines.values()) {
      if (example.gives() == null) {
        assertThatThrownBy(() -> engine.engine().run(plan, feed, RunOptions.parallel(2)))
            .as(engine.label())
            .hasMessageStartingWith("item 0")
            .hasMessageEndingWith(": " + example.error());
      } else {
        Feed result = engine.engine().run(plan, feed, RunOptions.parallel(2)).feed();
        Feed expected = DocExample.feed(example.gives(), folder);
        assertThat(PipelinesDocTest.rows(result))
            .as(engine.label())
            .isEqualTo(PipelinesDocTest.rows(expected));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void check_expression_isRefused(Refused row) throws IOException {
    Feed feed = DocExample.feed(row.example().feed(), folder);
    assertThatThrownBy(() -> Plan.of(row.example().plan().actions(), feed.schema()))
        .hasMessageContaining("actions[0].set.result")
        .hasMessageContaining(": " + row.problem());
  }

  @Test
  void table_everyExpression_hasLines() throws Exception {
    var counts = new HashMap<Class<?>, Integer>();
    for (DocExample example : accepted()) {
      var set = (SetFields) example.plan().actions().getFirst();
      Set<Class<?>> used = new HashSet<>();
      set.fields().values().forEach(expression -> collect(expression, used));
      used.forEach(construct -> counts.merge(construct, 1, Integer::sum));
    }
    Map<String, Class<?>> constructs = new Family(Expression.class).constructs();
    assertThat(constructs.entrySet())
        .allSatisfy(construct ->
            assertThat(counts.getOrDefault(construct.getValue(), 0))
                .as(construct.getKey())
                .isGreaterThanOrEqualTo(LINES_EACH));
    assertThat(constructs).hasSizeGreaterThanOrEqualTo(78);
  }

  private static void collect(Expression expression, Set<Class<?>> used) {
    used.add(expression.getClass());
    Construct.children(expression).forEach(child -> collect(child.expression(), used));
  }

  private static List<String> lines() throws IOException, URISyntaxException {
    var table = ExpressionTableTest.class.getResource("expressions.jsonl");
    return Files.readAllLines(Path.of(Objects.requireNonNull(table).toURI()));
  }
}
