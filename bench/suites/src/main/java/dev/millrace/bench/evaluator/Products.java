package dev.millrace.bench.evaluator;

import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.value.Decimal;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Products without nulls, in ASCII: prices of 1.00 to 999.99 and stocks of 0 to 199, all as likely
/// as another and in no order; a quarter of the titles ends in "Shirt".
///
/// Every text is an object of its own with bytes of its own, as one that was read from a file is:
/// whoever looks for equal ones has to look at the bytes.
final class Products implements Table<Product> {
  /// The columns.
  static final Schema SCHEMA =
      Schema.of(
          new Column("id", Type.NUMBER),
          new Column("title", Type.TEXT),
          new Column("brand", Type.TEXT),
          new Column("category", Type.TEXT),
          new Column("sku", Type.TEXT),
          new Column("price", Type.NUMBER),
          new Column("stock", Type.NUMBER));

  /// How many brands there are.
  static final int BRANDS = 2_000;

  private static final long SEED = 1;
  private static final int CATEGORIES = 24;
  private static final int MOST_CENTS = 100_000;
  private static final int MOST_STOCK = 200;

  /// Drawn from so many article numbers for each product, 35 of 100 products are the first of
  /// theirs.
  private static final double SKUS_PER_PRODUCT = 0.376;

  private static final List<String> QUALITIES =
      List.of(
          "Red",
          "Blue",
          "Green",
          "Black",
          "White",
          "Grey",
          "Light",
          "Dark",
          "Soft",
          "Warm",
          "Cool",
          "Slim",
          "Wide",
          "Long",
          "Short",
          "Wool",
          "Cotton",
          "Linen",
          "Silk",
          "Denim",
          "Woven",
          "Knitted",
          "Printed",
          "Striped",
          "Checked",
          "Plain",
          "Classic",
          "Modern",
          "Casual",
          "Formal",
          "Summer",
          "Winter",
          "Spring",
          "Autumn",
          "Organic",
          "Recycled",
          "Washed",
          "Raw",
          "Lined",
          "Padded",
          "Quilted",
          "Hooded",
          "Sporty",
          "Vintage",
          "Urban",
          "Rustic",
          "Nordic",
          "Italian");

  private static final List<String> THINGS = List.of("Shirt", "Shoes", "Jacket", "Trousers");
  private static final List<String> SYLLABLES =
      List.of("al", "be", "co", "da", "el", "fi", "go", "ha", "in", "jo", "ka", "lu", "mo");

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public List<Product> rows(int count) {
    var random = new SplittableRandom(SEED);
    int skus = Math.max(1, (int) (count * SKUS_PER_PRODUCT));
    var rows = new ArrayList<Product>(count);
    for (int i = 0; i < count; i++) {
      rows.add(
          new Product(
              i,
              title(random),
              brand(random.nextInt(BRANDS)),
              "Category " + random.nextInt(CATEGORIES),
              "SKU-" + (10_000_000 + random.nextInt(skus)),
              random.nextInt(100, MOST_CENTS),
              random.nextInt(MOST_STOCK)));
    }
    return rows;
  }

  @Override
  public Value[] values(Product row) {
    return values(row, 0);
  }

  /// The values of a product, and places for so many more.
  static Value[] values(Product row, int more) {
    var values = new Value[SCHEMA.size() + more];
    values[0] = Decimal.of(row.id());
    values[1] = Text.of(row.title());
    values[2] = Text.of(row.brand());
    values[3] = Text.of(row.category());
    values[4] = Text.of(row.sku());
    values[5] = Decimal.of(row.cents(), 2);
    values[6] = Decimal.of(row.stock());
    return values;
  }

  private static String title(SplittableRandom random) {
    var title = new StringBuilder();
    for (int words = 3 + random.nextInt(3); words > 0; words--) {
      title.append(QUALITIES.get(random.nextInt(QUALITIES.size()))).append(' ');
    }
    return title.append(THINGS.get(random.nextInt(THINGS.size()))).toString();
  }

  /// The name of a brand: three syllables and more, a different one for each number.
  private static String brand(int number) {
    var name = new StringBuilder();
    int rest = number;
    for (int syllables = 0; syllables < 3; syllables++) {
      name.append(SYLLABLES.get(rest % SYLLABLES.size()));
      rest /= SYLLABLES.size();
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }
}
