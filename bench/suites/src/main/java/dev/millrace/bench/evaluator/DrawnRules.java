package dev.millrace.bench.evaluator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The rules that [DrawnPlans] are made of, as they stand in a plan file. Each reads fields that
/// every product has, and leaves them of the type that they are.
final class DrawnRules {
  /// Draws the constants of a rule.
  @FunctionalInterface
  interface Rule {
    /// The action, in JSON.
    String draw(SplittableRandom random);
  }

  /// Rules on numbers.
  static final List<Rule> CHEAP =
      List.of(
          random -> set("price", add(field("price"), cents(random, 1_000))),
          random -> set("stock", add(field("stock"), whole(random, 100))),
          random ->
              set("worth", "{\"multiply\": [" + field("price") + ", " + field("stock") + "]}"),
          random -> set("reduced", multiply("price", cents(random, 100))),
          random ->
              set(
                  "price",
                  choice(
                      compare("at_least", "stock", "limit", whole(random, 200)),
                      add(field("price"), cents(random, 500)),
                      field("price"))),
          random ->
              set(
                  "stock",
                  choice(
                      compare("less", "price", "than", cents(random, 100_000)),
                      add(field("stock"), whole(random, 50)),
                      subtract("stock", whole(random, 50)))),
          random -> filter(compare("greater", "price", "than", cents(random, 3_000))),
          random -> filter(compare("not_equal", "stock", "to", whole(random, 200))),
          random -> filter(compare("at_least", "id", "limit", whole(random, 20))));

  /// Rules on texts.
  static final List<Rule> TEXT =
      List.of(
          random -> set("title", call(cases(random), field("title"))),
          random -> set("label", concat(field("brand"), number(random), field("price"))),
          random -> set("title", concat(field("brand"), number(random), field("title"))),
          random ->
              set("slug", call("kebab_case", concat(field("title"), quoted("-"), number(random)))),
          random ->
              set("code", "{\"substring\": " + field("sku") + ", \"from\": " + small(random) + "}"),
          random -> set("size", add(call("length", field("title")), whole(random, 1_000))),
          random ->
              set(
                  "title",
                  choice(
                      contains(word(random)),
                      call(cases(random), field("title")),
                      concat(field("category"), number(random), field("title")))),
          random -> filter("{\"not\": " + contains(word(random) + random.nextInt(1_000)) + "}"),
          random ->
              filter(compare("not_equal", "category", "to", quoted("Category " + small(random)))));

  /// All of them.
  static final List<Rule> ALL = Stream.concat(CHEAP.stream(), TEXT.stream()).toList();

  private static final List<String> CASES =
      List.of("lower", "upper", "title_case", "camel_case", "kebab_case", "trim");
  private static final List<String> WORDS =
      List.of("shirt", "shoes", "jacket", "wool", "classic", "winter", "organic", "vintage");

  private DrawnRules() {}

  private static String set(String field, String value) {
    return "{\"set\": {\"" + field + "\": " + value + "}}";
  }

  private static String filter(String condition) {
    return "{\"filter\": " + condition + "}";
  }

  private static String field(String name) {
    return call("field", quoted(name));
  }

  private static String call(String function, String operand) {
    return "{\"" + function + "\": " + operand + "}";
  }

  private static String add(String expression, String constant) {
    return "{\"add\": [" + expression + ", " + constant + "]}";
  }

  private static String subtract(String field, String constant) {
    return "{\"subtract\": " + field(field) + ", \"minus\": " + constant + "}";
  }

  private static String multiply(String field, String constant) {
    return "{\"multiply\": [" + field(field) + ", " + constant + "]}";
  }

  private static String compare(String how, String field, String key, String constant) {
    return "{\"" + how + "\": " + field(field) + ", \"" + key + "\": " + constant + "}";
  }

  private static String choice(String condition, String then, String otherwise) {
    return "{\"if\": " + condition + ", \"then\": " + then + ", \"else\": " + otherwise + "}";
  }

  private static String concat(String first, String second, String third) {
    return "{\"concat\": [" + first + ", " + second + ", " + third + "]}";
  }

  /// Whether the title has a word, in any case.
  private static String contains(String word) {
    return "{\"contains\": {\"lower\": " + field("title") + "}, \"find\": " + quoted(word) + "}";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String cases(SplittableRandom random) {
    return CASES.get(random.nextInt(CASES.size()));
  }

  private static String word(SplittableRandom random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /// A text: a number of up to five digits between spaces.
  private static String number(SplittableRandom random) {
    return quoted(" " + random.nextInt(100_000) + " ");
  }

  private static int small(SplittableRandom random) {
    return random.nextInt(24);
  }

  /// A price of fewer than so many hundredths.
  private static String cents(SplittableRandom random, int bound) {
    int cents = random.nextInt(1, bound);
    return cents / 100 + "." + cents % 100 / 10 + cents % 10;
  }

  private static String whole(SplittableRandom random, int bound) {
    return Integer.toString(random.nextInt(1, bound));
  }
}
