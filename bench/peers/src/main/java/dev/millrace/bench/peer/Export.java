package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.CheapNumbers;
import dev.millrace.bench.evaluator.Labelled;
import dev.millrace.bench.evaluator.Product;
import dev.millrace.bench.evaluator.TextRules;
import dev.millrace.io.file.TextOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Writes the rows of the jobs J1 and J2, and what they give, for programs in other languages: a
/// line for each row, cells between tabs, prices in hundredths.
public final class Export {
  private Export() {}

  /// Writes `J1.rows`, `J1.expected`, `J2.rows` and `J2.expected`.
  ///
  /// @param arguments the folder, which is there, and how many rows
  public static void main(String... arguments) {
    Path folder = Path.of(arguments[0]);
    int items = Integer.parseInt(arguments[1]);
    var numbers = new CheapNumbers();
    List<Long> rows = numbers.table().rows(items);
    write(folder.resolve("J1.rows"), rows, String::valueOf);
    write(folder.resolve("J1.expected"), numbers.hand(rows), String::valueOf);
    var rules = new TextRules();
    List<Product> products = rules.table().rows(items);
    write(folder.resolve("J2.rows"), products, Export::line);
    write(folder.resolve("J2.expected"), rules.hand(products), Export::line);
  }

  private static <T> void write(Path file, List<T> rows, Function<T, String> line) {
    TextOutput.write(
        file,
        out -> {
          for (T row : rows) {
            out.append(line.apply(row)).append('\n');
          }
        });
  }

  private static String line(Labelled labelled) {
    return line(labelled.product()) + "\t" + labelled.label();
  }

  private static String line(Product product) {
    return String.join(
        "\t",
        Long.toString(product.id()),
        product.title(),
        product.brand(),
        product.category(),
        product.sku(),
        Long.toString(product.cents()),
        Long.toString(product.stock()));
  }
}
