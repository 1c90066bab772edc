package dev.millrace.io.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.feed.Feed;
import dev.millrace.feed.Item;
import dev.millrace.feed.Storage;
import dev.millrace.io.feed.FeedFormat;
import dev.millrace.io.feed.FeedWriter;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedGeneratorTest {
  private static final long CHECKSUM = 187_793_140L;
  private static final int ITEMS = 20_000;
  private static final Feed FEED = FeedGenerator.generate(42, ITEMS);

  private static List<Value> column(String name) {
    int place = FEED.schema().indexOf(name);
    var values = new ArrayList<Value>(ITEMS);
    FEED.forEach(item -> values.add(item.get(place)));
    return values;
  }

  private static double share(String column, Predicate<Value> predicate) {
    return (double) column(column).stream().filter(predicate).count() / ITEMS;
  }

  private static double shareOfPresent(String column, Predicate<String> predicate) {
    List<Value> present = column(column).stream().filter(value -> !value.isNull()).toList();
    long matching = present.stream().filter(value -> predicate.test(value.toString())).count();
    return (double) matching / present.size();
  }

  private static long checksum(Feed feed) throws IOException {
    var out = new StringWriter();
    FeedWriter.write(feed, FeedFormat.JSON_LINES, out);
    var crc = new CRC32();
    crc.update(out.toString().getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  @Test
  void generate_sameSeed_givesTheSameBytesOnEveryMachine() throws IOException {
    assertThat(checksum(FeedGenerator.generate(1, 1_000))).isEqualTo(CHECKSUM);
    assertThat(checksum(FeedGenerator.generate(1, 1_000, Storage.COMPACT))).isEqualTo(CHECKSUM);
    assertThat(checksum(FeedGenerator.generate(2, 1_000))).isNotEqualTo(CHECKSUM);
  }

  @Test
  void generate_longerFeed_beginsWithTheShorterOne() {
    var longer = FeedGenerator.generate(42, 500).iterator(0, 100);
    for (Item item : FeedGenerator.generate(42, 100)) {
      assertThat(longer.next()).isEqualTo(item);
    }
  }

  @Test
  void generate_none_isAnEmptyFeed() {
    assertThat(FeedGenerator.generate(1, 0).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "description, 0.03",
    "images, 0.03",
    "price, 0.03",
    "stock, 0.03",
    "brand, 0.03",
    "gtin, 0.03",
    "category, 0.03",
    "color, 0.03",
    "size, 0.03",
    "shipping_weight, 0.03",
    "rating, 0.03",
    "sale_price, 0.75",
    "id, 0",
    "title, 0",
    "availability, 0",
    "condition, 0",
    "link, 0"
  })
  void generate_fields_areMissingAsOftenAsSaid(String field, double share) {
    assertThat(share(field, Value::isNull)).isBetween(share - 0.02, share + 0.02);
  }

  @Test
  void generate_ids_areDuplicatedTwoTimesOfAHundred() {
    double duplicated = 1 - (double) new HashSet<>(column("id")).size() / ITEMS;
    assertThat(duplicated).isBetween(0.01, 0.03);
  }

  @Test
  void generate_gtins_areValidNineTimesOfTen() {
    assertThat(shareOfPresent("gtin", gtin -> gtin.matches("[0-9]{13}"))).isEqualTo(1);
    assertThat(shareOfPresent("gtin", Gtin::isValid)).isBetween(0.88, 0.92);
  }

  @Test
  void generate_brands_followZipfsLaw() {
    Map<Value, Integer> counts = new HashMap<>();
    column("brand").forEach(brand -> counts.merge(brand, 1, Integer::sum));
    double harmonic = 0;
    for (int rank = 1; rank <= 500; rank++) {
      harmonic += 1.0 / rank;
    }
    assertThat(Vocabulary.BRANDS).hasSize(500).doesNotHaveDuplicates();
    for (int rank : new int[] {1, 2, 5, 10, 20}) {
      double expected = 0.97 * ITEMS / (rank * harmonic);
      int count = counts.getOrDefault(Text.of(Vocabulary.BRANDS.get(rank - 1)), 0);
      assertThat((double) count).isBetween(0.75 * expected, 1.25 * expected);
    }
    assertThat(counts).hasSizeGreaterThan(400);
  }

  @Test
  void generate_prices_areAmountsWithCurrencies() {
    String price = "([1-9][0-9]{0,2}(,[0-9]{3})?|0)\\.[0-9]{2} (EUR|USD|GBP|PLN)";
    assertThat(shareOfPresent("price", text -> text.matches(price))).isEqualTo(1);
    assertThat(shareOfPresent("sale_price", text -> text.matches(price))).isEqualTo(1);
    assertThat(shareOfPresent("price", text -> text.endsWith("EUR"))).isBetween(0.57, 0.63);
    assertThat(shareOfPresent("price", text -> text.contains(","))).isBetween(0.05, 0.3);
  }

  @Test
  void generate_descriptions_haveTwentyToHundredTwentyWordsAndMarkup() {
    Predicate<String> hasWords =
        text -> {
          String plain = text.replaceAll("<[^>]*>|&amp;|&#8211;", "").replaceAll("&[a-z]+;", " ");
          int words = plain.trim().split("[^\\p{L}]+").length;
          return words >= 20 && words <= 120;
        };
    assertThat(shareOfPresent("description", hasWords)).isEqualTo(1);
    assertThat(shareOfPresent("description", text -> text.contains("<br>\n"))).isGreaterThan(0.5);
    assertThat(shareOfPresent("description", text -> text.contains("&amp;"))).isGreaterThan(0.5);
    assertThat(shareOfPresent("description", text -> text.contains("Größe"))).isGreaterThan(0.2);
  }

  @Test
  void generate_titles_areMessyAsRealOnesAre() {
    assertThat(shareOfPresent("title", title -> title.codePoints().anyMatch(c -> c > 0xFFFF)))
        .isBetween(0.03, 0.07);
    assertThat(shareOfPresent("title", title -> !title.equals(title.trim()))).isBetween(0.03, 0.07);
    assertThat(shareOfPresent("title", title -> title.matches(".*\\p{IsCyrillic}.*")))
        .isBetween(0.05, 0.4);
  }

  @Test
  void generate_stock_agreesWithAvailability() {
    int stock = FEED.schema().indexOf("stock");
    int availability = FEED.schema().indexOf("availability");
    for (Item item : FEED) {
      boolean inStock = item.get(availability).equals(Text.of("in_stock"));
      if (item.get(stock) instanceof Decimal number) {
        assertThat(number.signum() > 0).isEqualTo(inStock);
      }
    }
    assertThat(shareOfPresent("availability", "in_stock"::equals)).isBetween(0.78, 0.82);
  }

  @Test
  void generate_imagesAndRatings_areWithinTheirBounds() {
    assertThat(
            column("images").stream()
                .filter(ListValue.class::isInstance)
                .map(images -> ((ListValue) images).elements().size()))
        .allMatch(size -> size >= 1 && size <= 5)
        .contains(1, 5);
    assertThat(shareOfPresent("rating", text -> text.matches("[1-4](\\.[1-9])?|5"))).isEqualTo(1);
  }
}
