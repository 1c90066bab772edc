package dev.millrace.bench.evaluator;

/// A product as a Java programmer holds it.
///
/// @param id its number, counted from 0
/// @param title four to six words
/// @param brand one of 2,000
/// @param category one of 24
/// @param sku the article's number, which about 35 of 100 products have to themselves or first
/// @param cents the price in hundredths
/// @param stock how many there are
public record Product(
    long id, String title, String brand, String category, String sku, long cents, long stock) {

  /// This product with another title.
  public Product withTitle(String other) {
    return new Product(id, other, brand, category, sku, cents, stock);
  }
}
