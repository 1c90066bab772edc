package dev.millrace.io.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.engine.RunOptions;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.io.plan.Family;
import dev.millrace.plan.Plan;
import dev.millrace.value.Value;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs every example of `docs/pipelines.md` on every engine, and checks that no action, aggregate
/// or expression lacks one.
class PipelinesDocTest {
  private static final Path PAGE =
      Path.of(System.getProperty("millrace.root"), "docs", "pipelines.md");

  @TempDir Path folder;

  static Stream<Arguments> examplesOnEngines() throws IOException {
    List<DocExample> examples = DocExample.of(PAGE);
    return Arrays.stream(Engines.values())
        .flatMap(engine -> examples.stream().map(example -> Arguments.of(engine, example)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("examplesOnEngines")
  void run_example_givesWhatThePageSays(Engines engine, DocExample example) throws Exception {
    Feed feed = DocExample.feed(example.feed(), folder);
    Plan plan = Plan.of(example.plan().actions(), feed.schema());
    var options = RunOptions.parallel(2);
    String gives = example.gives();
    if (gives == null) {
      assertThatThrownBy(() -> engine.engine().run(plan, feed, options))
          .hasMessageEndingWith(": " + example.error());
      return;
    }
    Feed result = engine.engine().run(plan, feed, options).feed();
    Feed expected = DocExample.feed(gives, folder);
    assertThat(rows(result)).isEqualTo(rows(expected));
    assertThat(result.schema().names()).isEqualTo(expected.schema().names());
  }

  @Test
  void page_everyConstruct_hasAnExample() throws IOException {
    var used = new HashSet<Class<?>>();
    for (DocExample example : DocExample.of(PAGE)) {
      example.plan().actions().forEach(action -> collect(action, used));
    }
    Set<String> missing = new TreeSet<>();
    for (Class<?> family : List.of(Action.class, Aggregate.class, Expression.class)) {
      new Family(family)
          .constructs()
          .forEach((name, construct) -> {
            if (!used.contains(construct)) {
              missing.add(name);
            }
          });
    }
    assertThat(missing).isEmpty();
    assertThat(used).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void page_everyConstruct_hasARowInATable() throws IOException {
    String page = Files.readString(PAGE);
    for (Class<?> family : List.of(Action.class, Aggregate.class, Expression.class)) {
      assertThat(new Family(family).constructs().keySet())
          .allSatisfy(name -> assertThat(page).contains("| `{\"" + name + "\": "));
    }
  }

  /// The values of a feed's items.
  static List<List<Value>> rows(Feed feed) {
    var rows = new ArrayList<List<Value>>();
    for (Item item : feed) {
      rows.add(List.of(item.copy(item.size())));
    }
    return rows;
  }

  private static void collect(@Nullable Object part, Set<Class<?>> used) {
    switch (part) {
      case Record record -> {
        used.add(record.getClass());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          collect(read(component, record), used);
        }
      }
      case List<?> list -> list.forEach(element -> collect(element, used));
      case Map<?, ?> map -> map.values().forEach(value -> collect(value, used));
      case null, default -> {}
    }
  }

  private static @Nullable Object read(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(component.toString(), impossible);
    }
  }
}
