package dev.millrace.io.generate;

import java.util.ArrayList;
import java.util.List;

/// The words that generated products are made of.
final class Vocabulary {
  /// Colours, some of them not in English.
  static final List<String> COLORS =
      words(
          """
          black white red blue green grey beige navy olive ivory anthracite türkis grün weiß schwarz
          синий красный black/white red/blue rosé
          """);

  /// Sizes of clothes, shoes and things.
  static final List<String> SIZES =
      lines(
          """
          XS
          S
          M
          L
          XL
          XXL
          38
          40
          42
          44
          one size
          50 x 70 cm
          120 × 200 cm
          """);

  /// What a product is said to be.
  static final List<String> ADJECTIVES =
      words(
          """
          classic soft waterproof foldable compact vintage organic lightweight premium handmade
          adjustable reversible heavy-duty cordless insulated stackable washable breathable gemütlich
          élégant тёплый robust
          """);

  /// Paths of categories; the last part's words name products.
  static final List<String> CATEGORIES =
      lines(
          """
          Home > Garden > Watering > Hoses
          Home > Garden > Furniture > Chairs
          Home > Kitchen > Cookware > Pans
          Home > Kitchen > Small Appliances > Kettles
          Home > Textiles > Bedding > Pillows
          Home > Lighting > Lamps
          Apparel > Women > Dresses
          Apparel > Men > Shirts
          Apparel > Children > Jackets
          Apparel > Shoes > Sneakers
          Electronics > Audio > Headphones
          Electronics > Computers > Keyboards
          Electronics > Phones > Cases
          Sports > Cycling > Helmets
          Sports > Outdoor > Tents
          Sports > Fitness > Mats
          Toys & Games > Puzzles
          Toys & Games > Outdoor > Kites
          Health & Beauty > Skin Care > Creams
          Baby > Strollers
          Pets > Dogs > Beds
          Büro > Schreibwaren > Stifte
          """);

  /// The words of descriptions.
  static final List<String> PROSE =
      words(
          """
          the a and with for your our this made of from in every home day easy care clean use light
          strong material cotton steel wood design colour fits most includes two three year warranty
          free return shipping water proof resistant machine wash cold do not bleach perfect gift
          season new collection quality tested certified recycled packaging long lasting comfort
          handle cover pocket zip lining seam size guide please see picture small large extra
          family garden kitchen travel office summer winter für Größe Qualität naïve café новый цвет
          """);

  /// Emoji that shops put into titles.
  static final List<String> EMOJI = List.of("🔥", "⭐", "🎁", "👟", "🚲");

  private static final List<String> BRAND_BEGINNINGS =
      words(
          """
          Al Ber Cor Dal El Fen Gra Hol Im Jor Kal Lin Mon Nor Ol Per Quo Ras Sol Tor Ul Vel Wes Yor
          Zan
          """);

  private static final List<String> BRAND_ENDINGS =
      words(
          """
          bridge co dor elle field gart haus ia ique jö kraft lund mann nova ora пром quist stone
          tec wood
          """);

  /// Brands, the most frequent first.
  static final List<String> BRANDS = brands();

  private Vocabulary() {}

  private static List<String> brands() {
    var brands = new ArrayList<String>();
    for (int i = 0; i < BRAND_ENDINGS.size(); i++) {
      for (int j = 0; j < BRAND_BEGINNINGS.size(); j++) {
        String ending = BRAND_ENDINGS.get((i + j) % BRAND_ENDINGS.size());
        brands.add(BRAND_BEGINNINGS.get(j) + ending);
      }
    }
    return List.copyOf(brands);
  }

  private static List<String> words(String block) {
    return List.of(block.trim().split("\\s+"));
  }

  private static List<String> lines(String block) {
    return block.lines().toList();
  }
}
