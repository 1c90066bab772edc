package dev.millrace.io.generate;

import static dev.millrace.feed.Type.LIST;
import static dev.millrace.feed.Type.NUMBER;
import static dev.millrace.feed.Type.TEXT;

import dev.millrace.feed.Column;
import dev.millrace.feed.Feed;
import dev.millrace.feed.FeedBuilder;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Storage;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.Null;
import dev.millrace.value.Text;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Generates product feeds after the vocabulary that shops and advertisers share.
///
/// The same seed gives the same items on every machine, and a longer feed begins with the shorter
/// one. As real feeds are, these are messy: HTML in descriptions, several currencies, article
/// numbers with wrong check digits, about 2 in 100 ids taken twice, 3 in 100 optional fields
/// missing, words and emoji beyond ASCII. Brands follow Zipf's law. `docs/feeds.md` lists the
/// fields.
public final class FeedGenerator {
  /// The columns of generated feeds.
  public static final Schema SCHEMA =
      Schema.of(
          new Column("id", TEXT),
          new Column("title", TEXT),
          new Column("description", TEXT),
          new Column("link", TEXT),
          new Column("images", LIST),
          new Column("price", TEXT),
          new Column("sale_price", TEXT),
          new Column("availability", TEXT),
          new Column("stock", NUMBER),
          new Column("brand", TEXT),
          new Column("gtin", TEXT),
          new Column("category", TEXT),
          new Column("condition", TEXT),
          new Column("color", TEXT),
          new Column("size", TEXT),
          new Column("shipping_weight", TEXT),
          new Column("rating", NUMBER));

  private static final int PERCENT_MISSING = 3;
  private static final int PERCENT_DUPLICATED = 2;
  private static final Zipf BRAND_LAW = new Zipf(Vocabulary.BRANDS.size());

  private FeedGenerator() {}

  /// A feed of `items` items, which are objects.
  public static Feed generate(long seed, int items) {
    return generate(seed, items, Storage.OBJECTS);
  }

  /// The same, held in a way.
  public static Feed generate(long seed, int items, Storage storage) {
    var feed = FeedBuilder.of(storage);
    for (int i = 0; i < items; i++) {
      feed.add(item(new Dice(seed, i), i));
    }
    return feed.build(SCHEMA);
  }

  private static Value[] item(Dice dice, int index) {
    int number = dice.percent(PERCENT_DUPLICATED) ? dice.below(index + 1) : index;
    String brand = Vocabulary.BRANDS.get(BRAND_LAW.draw(dice));
    String category = dice.one(Vocabulary.CATEGORIES);
    String color = dice.one(Vocabulary.COLORS);
    String currency = currency(dice);
    int cents = cents(dice);
    String availability = availability(dice);
    return new Value[] {
      Text.of(id(number)),
      Text.of(title(dice, brand, color, category)),
      optional(dice, Text.of(Description.draw(dice))),
      Text.of("https://shop.example.com/item/" + id(number) + "?utm_source=feed&pos=" + index),
      optional(dice, images(dice, number)),
      optional(dice, Text.of(amount(cents) + " " + currency)),
      dice.percent(25)
          ? Text.of(amount(cents * dice.between(50, 90) / 100) + " " + currency)
          : Null.NULL,
      Text.of(availability),
      optional(dice, Decimal.of(availability.equals("in_stock") ? dice.between(1, 500) : 0)),
      optional(dice, Text.of(brand)),
      optional(dice, Text.of(Gtin.draw(dice))),
      optional(dice, Text.of(category)),
      Text.of(condition(dice)),
      optional(dice, Text.of(color)),
      optional(dice, Text.of(dice.one(Vocabulary.SIZES))),
      optional(dice, Text.of(weight(dice))),
      optional(dice, Decimal.of(dice.between(10, 50), 1))
    };
  }

  private static Value optional(Dice dice, Value value) {
    return dice.percent(PERCENT_MISSING) ? Null.NULL : value;
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "SKU-%07d", number);
  }

  private static String title(Dice dice, String brand, String color, String category) {
    String noun = category.substring(category.lastIndexOf('>') + 1).trim();
    String title = brand + " " + dice.one(Vocabulary.ADJECTIVES) + " " + noun + " " + color;
    return switch (dice.below(20)) {
      case 0 -> title.toUpperCase(Locale.ROOT);
      case 1 -> dice.one(Vocabulary.EMOJI) + " " + title;
      case 2 -> "  " + title + " ";
      case 3 -> title + ", \"" + dice.one(Vocabulary.ADJECTIVES) + "\"";
      default -> title;
    };
  }

  private static Value images(Dice dice, int number) {
    var urls = new ArrayList<Value>();
    int count = dice.between(1, 5);
    for (int i = 1; i <= count; i++) {
      urls.add(Text.of("https://img.example.com/" + id(number) + "/" + i + ".jpg"));
    }
    return new ListValue(urls);
  }

  private static int cents(Dice dice) {
    int highest = dice.one(List.of(2_000, 10_000, 50_000, 250_000));
    return dice.between(99, highest);
  }

  private static String amount(int cents) {
    return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
  }

  private static String currency(Dice dice) {
    int roll = dice.below(100);
    return roll < 60 ? "EUR" : roll < 85 ? "USD" : roll < 95 ? "GBP" : "PLN";
  }

  private static String availability(Dice dice) {
    int roll = dice.below(100);
    return roll < 80
        ? "in_stock"
        : roll < 92 ? "out_of_stock" : roll < 97 ? "preorder" : "backorder";
  }

  private static String condition(Dice dice) {
    int roll = dice.below(100);
    return roll < 90 ? "new" : roll < 96 ? "refurbished" : "used";
  }

  private static String weight(Dice dice) {
    return dice.percent(30)
        ? dice.between(5, 99) * 10 + " g"
        : dice.between(1, 30) + "." + dice.below(10) + " kg";
  }
}
