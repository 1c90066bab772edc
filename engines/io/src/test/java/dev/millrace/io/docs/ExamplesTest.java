package dev.millrace.io.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.Engines;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import dev.millrace.io.feed.FeedFormat;
import dev.millrace.io.feed.FeedReader;
import dev.millrace.io.feed.FeedWriter;
import dev.millrace.io.feed.Repeat;
import dev.millrace.io.generate.FeedGenerator;
import dev.millrace.io.plan.PlanFile;
import dev.millrace.plan.Plan;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the pipelines of `docs/examples`: all engines, whatever their parallelism and chunk size,
/// give the bytes of the reference.
class ExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("millrace.root"), "docs", "examples");

  @ParameterizedTest
  @ValueSource(strings = {"clean-prices", "top-brands", "search-ads"})
  void run_exampleOnGeneratedFeed_givesTheSameBytesOnEveryEngine(String name) throws Exception {
    assertSameBytes(FeedGenerator.generate(3, 700), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lazada", "shein"})
  void run_exampleOnMarketplaceFeed_givesTheSameBytesOnEveryEngine(String name) throws Exception {
    assertSameBytes(marketplaceFeed(name), name);
  }

  @Test
  void read_lazadaFeed_hasTheTypesOfItsCells() {
    Feed feed = marketplaceFeed("lazada");
    assertThat(feed.size()).isEqualTo(1_000);
    assertThat(feed.schema().toString())
        .contains(
            "title:text, rating:number, reviews:number, initial_price:text, final_price:text,"
                + " currency:text, image:list",
            "breadcrumb:list",
            "seller_ratings:number",
            "colors:list",
            "is_super_seller:boolean");
  }

  @Test
  void read_sheinFeed_hasTheTypesOfItsCells() {
    Feed feed = marketplaceFeed("shein");
    assertThat(feed.size()).isEqualTo(1_000);
    assertThat(feed.schema().toString())
        .contains("final_price:number, currency:text, in_stock:boolean", "category_tree:list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lazada", "shein"})
  void write_marketplaceFeed_readsBackTheSame(String name, @TempDir Path folder)
      throws IOException {
    Feed feed = marketplaceFeed(name);
    for (String file : List.of("f.csv", "f.jsonl.gz", "f.json")) {
      Path path = folder.resolve(file);
      FeedFormat format = FeedFormat.of(path);
      assertThat(format).isNotNull();
      FeedWriter.write(feed, format, path);
      assertThat(lines(FeedReader.read(path))).isEqualTo(lines(feed));
    }
  }

  @Test
  void repeat_marketplaceFeedWithKey_keepsKeysDistinct() {
    Feed feed = Repeat.of(marketplaceFeed("lazada"), 5, "sku");
    int sku = feed.schema().indexOf("sku");
    assertThat(feed).extracting(item -> item.get(sku)).doesNotHaveDuplicates().hasSize(5_000);
  }

  @Test
  void examples_all_areRunHere() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".json")))
          .containsExactlyInAnyOrder(
              "clean-prices.json",
              "top-brands.json",
              "search-ads.json",
              "lazada.json",
              "shein.json");
    }
  }

  private static Feed marketplaceFeed(String name) {
    String folder = System.getProperty("millrace.feeds", "");
    assumeTrue(!folder.isEmpty(), "no feeds: run with -Dmillrace.feeds=FOLDER");
    Path file = Path.of(folder, name + "-products.csv");
    assumeTrue(Files.exists(file), "no such feed: " + file);
    return FeedReader.read(file);
  }

  private static void assertSameBytes(Feed feed, String name) throws Exception {
    PlanFile file = PlanFile.read(EXAMPLES.resolve(name + ".json"));
    assertThat(file.name()).isNotNull();
    assertThat(file.description()).isNotNull();
    Plan plan = Plan.of(file.actions(), feed.schema());
    RunResult reference =
        Engines.EAGER.engine().run(plan, feed, new RunOptions(1, 1_000, OnError.FAIL));
    String expected = lines(reference.feed());
    assertThat(reference.feed().size()).isGreaterThan(5);
    for (Engines engine : Engines.values()) {
      for (int parallelism : new int[] {1, 2, 7}) {
        for (int chunk : new int[] {1, 10, 1_000}) {
          var options = new RunOptions(parallelism, chunk, OnError.FAIL);
          RunResult result = engine.engine().run(plan, feed, options);
          assertThat(lines(result.feed()))
              .as("%s, parallelism %d, chunk %d", engine, parallelism, chunk)
              .isEqualTo(expected);
          assertThat(result.counts()).isEqualTo(reference.counts());
        }
      }
    }
  }

  private static String lines(Feed feed) throws IOException {
    var out = new StringWriter();
    FeedWriter.write(feed, FeedFormat.JSON_LINES, out);
    return out.toString();
  }
}
