package dev.millrace.io.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.engine.Counts;
import dev.millrace.engine.ItemError;
import dev.millrace.engine.ItemException;
import dev.millrace.engine.JoinStrategy;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.expression.Construct;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.plan.Plan;
import dev.millrace.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every action does to feeds, in cases written by hand, on every engine, in chunks of one
/// item, some and all, by every join strategy.
class ActionGoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final int LEAST_CASES = 3;

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.of(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void run_goldenCase_givesWhatItSays(GoldenCase golden) throws InterruptedException {
    Feed feed = golden.feed();
    Plan plan = Plan.of(golden.plan().actions(), feed.schema());
    for (Engines engine : Engines.values()) {
      for (int chunk : new int[] {1, 2, 100}) {
        for (JoinStrategy join : JoinStrategy.values()) {
          var options = new RunOptions(3, chunk, golden.onError()).with(join);
          check(golden, engine, plan, options);
        }
      }
    }
  }

  @Test
  void cases_everyAction_hasSome() throws IOException {
    Set<String> wanted = new Family(Action.class).names();
    var counts =
        cases().stream()
            .filter(golden -> names(golden.plan().actions()).contains(golden.action()))
            .collect(Collectors.groupingBy(GoldenCase::action, Collectors.counting()));
    assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(counts.values()).allMatch(count -> count >= LEAST_CASES);
  }

  private static void check(GoldenCase golden, Engines engine, Plan plan, RunOptions options)
      throws InterruptedException {
    String message = golden.fails();
    if (message != null) {
      assertThatThrownBy(() -> engine.engine().run(plan, golden.feed(), options))
          .as("%s %s", engine, options)
          .isInstanceOf(ItemException.class)
          .hasMessage(message);
      return;
    }
    RunResult result = engine.engine().run(plan, golden.feed(), options);
    assertThat(rows(result.feed())).as("%s %s", engine, options).isEqualTo(rows(golden.gives()));
    assertThat(result.feed().schema().names()).isEqualTo(golden.names());
    assertThat(result.errors()).extracting(ItemError::toString).isEqualTo(golden.errors());
    if (!golden.counts().isEmpty()) {
      assertThat(counts(result.counts())).as("%s %s", engine, options).isEqualTo(golden.counts());
    }
  }

  private static List<List<Value>> rows(Feed feed) {
    var rows = new ArrayList<List<Value>>();
    for (Item item : feed) {
      rows.add(List.of(item.copy(item.size())));
    }
    return rows;
  }

  private static List<Long> counts(Counts counts) {
    return List.of(
        counts.read(),
        counts.added(),
        counts.written(),
        counts.filtered(),
        counts.dropped(),
        counts.merged());
  }

  private static Set<String> names(List<Action> actions) {
    var names = new TreeSet<String>();
    for (Action action : actions) {
      names.add(Construct.name(action.getClass()));
      if (action instanceof Action.Conditional(_, var then, var otherwise)) {
        names.addAll(names(then));
        names.addAll(names(otherwise));
      }
    }
    return names;
  }
}
