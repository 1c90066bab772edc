package dev.millrace.bench.suite;

import dev.millrace.feed.Feed;
import dev.millrace.function.Needles;
import dev.millrace.io.generate.FeedGenerator;
import dev.millrace.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ahocorasick.trie.Trie;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// **Question:** what does it cost to ask whether any of many needles occurs in a text?
///
/// **Varies:** how many needles there are, and who looks for them: `automaton`, our [Needles];
/// `library`, the trie of org.ahocorasick; `loop`, one `String.contains` after another, as the
/// control. **Fixed:** the texts, the descriptions of generated products, some of them with letters
/// beyond Latin 1; the case counts. A needle is three words of those texts in a row that few texts
/// have, so most texts are read to the end. An operation is a look into each text.
///
/// **Expect:** `loop` in proportion to the needles; it keeps up with the others for a few, since
/// `String.contains` compares many chars at once. `automaton` and `library` nearly flat: a step for
/// each char however many needles there are, and a slower one as their tables leave the caches. For
/// one needle `automaton` is `String.contains` itself.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ContainsAnyBenchmark {
  private static final long SEED = 1;
  private static final int WORDS = 3;

  /// How many needles are looked for.
  @Param({"1", "10", "100", "500", "2000"})
  public String needles;

  /// Who looks for them: automaton, library or loop.
  @Param({"automaton", "library", "loop"})
  public String search;

  /// How many texts they are looked for in.
  @Param("1000")
  public String items;

  private List<String> texts;
  private Predicate<String> searched;

  /// Generates texts and needles, and checks every text's answer against the loop's.
  @Setup
  public void prepare() {
    texts = descriptions(FeedGenerator.generate(SEED, Integer.parseInt(items)));
    List<String> wanted = needles(texts, Integer.parseInt(needles));
    searched = search(search, wanted);
    Predicate<String> loop = search("loop", wanted);
    for (String text : texts) {
      if (searched.test(text) != loop.test(text)) {
        throw new IllegalStateException(search + " gives another answer than the loop: " + text);
      }
    }
  }

  /// A look into each text.
  @Benchmark
  public int run() {
    int found = 0;
    for (String text : texts) {
      found += searched.test(text) ? 1 : 0;
    }
    return found;
  }

  private static Predicate<String> search(String name, List<String> wanted) {
    return switch (name) {
      case "automaton" -> Needles.of(wanted)::occurIn;
      case "library" -> Trie.builder().addKeywords(wanted).stopOnHit().build()::containsMatch;
      case "loop" -> text -> containsAny(text, wanted);
      default -> throw new IllegalArgumentException("search: " + name);
    };
  }

  private static boolean containsAny(String text, List<String> wanted) {
    for (String needle : wanted) {
      if (text.contains(needle)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> descriptions(Feed feed) {
    int column = feed.schema().indexOf("description");
    var texts = new ArrayList<String>();
    feed.forEach(item -> {
      if (item.get(column) instanceof Text(var text)) {
        texts.add(text);
      }
    });
    return texts;
  }

  private static List<String> needles(List<String> texts, int count) {
    var random = new SplittableRandom(SEED);
    String[] words =
        String.join(" ", texts.subList(0, Math.min(texts.size(), 40))).split("\\s+", -1);
    var needles = new ArrayList<String>(count);
    while (needles.size() < count) {
      var needle = new ArrayList<String>(WORDS);
      for (int i = 0; i < WORDS; i++) {
        needle.add(words[random.nextInt(words.length)]);
      }
      needles.add(String.join(" ", needle));
    }
    return needles;
  }
}
