package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.BrandTotal;
import dev.millrace.bench.evaluator.BrandTotals;
import dev.millrace.bench.evaluator.Chain;
import dev.millrace.bench.evaluator.CheapNumbers;
import dev.millrace.bench.evaluator.CheapRules;
import dev.millrace.bench.evaluator.DistinctSkus;
import dev.millrace.bench.evaluator.EvaluatorJob;
import dev.millrace.bench.evaluator.EvaluatorJobs;
import dev.millrace.bench.evaluator.HeavyHash;
import dev.millrace.bench.evaluator.Labelled;
import dev.millrace.bench.evaluator.Product;
import dev.millrace.bench.evaluator.ProductSort;
import dev.millrace.bench.evaluator.TextRules;
import dev.millrace.bench.evaluator.Valued;
import dev.millrace.bench.workload.Answer;

/// DuckDB in this process, by JDBC: rows lie in a table, and a query puts what it gives into
/// another. Orders that jobs promise are asked for by the products' numbers; a query without such
/// an order keeps that of the rows, as DuckDB promises unless told otherwise.
final class DuckDb implements Peer {
  private static final String NUMBERS =
      "SELECT (y - 1) * 5 AS x FROM (SELECT x * 3 + 7 AS y FROM numbers) WHERE y % 2 = 0";

  private static final String LABELS =
      """
      SELECT id,
        CASE WHEN contains(lower(title), 'shirt')
          THEN lower(split_part(title, ' ', 1)) || array_to_string(list_transform(
            string_split(title, ' ')[2:], lambda word: upper(word[1]) || lower(word[2:])), '')
          ELSE brand || ' ' || title END AS title,
        brand, category, sku, price, stock,
        brand || ' ' || rtrim(rtrim(CAST(price AS VARCHAR), '0'), '.') AS label
      FROM products WHERE stock < 100
      """;

  private static final String FIRSTS =
      """
      SELECT * FROM products
      WHERE id IN (SELECT min(id) FROM products WHERE stock >= 20 GROUP BY sku) ORDER BY id
      """;

  private static final String TOTALS =
      """
      SELECT brand, count(*) AS count, sum(price) AS total
      FROM products GROUP BY brand ORDER BY min(id)
      """;

  private static final String WORTHS =
      """
      SELECT *, price * stock AS worth FROM (
        SELECT * REPLACE (CASE WHEN price > 500 THEN stock + 10 ELSE stock END AS stock) FROM (
          SELECT * REPLACE (CASE WHEN stock >= 150 THEN price - 1.5 ELSE price END AS price)
          FROM products)
        WHERE price >= 100)
      """;

  private final DuckDbTables tables;

  DuckDb(int parallelism) {
    this.tables = new DuckDbTables(parallelism);
  }

  @Override
  public PeerRun prepare(EvaluatorJobs job, int items) {
    return switch (job.job()) {
      case CheapNumbers numbers -> {
        tables.loadNumbers(numbers.table().rows(items));
        yield run(numbers, NUMBERS, row -> row.getLong(1));
      }
      case TextRules rules ->
          onProducts(rules, items, LABELS, row -> new Labelled(product(row), row.getString(8)));
      case DistinctSkus distinct -> onProducts(distinct, items, FIRSTS, DuckDb::product);
      case BrandTotals totals -> onProducts(totals, items, TOTALS, DuckDb::total);
      case ProductSort sort -> onProducts(sort, items, sorted(sort.field()), DuckDb::product);
      case CheapRules rules ->
          onProducts(rules, items, WORTHS, row -> new Valued(product(row), row.getCents(8)));
      case HeavyHash _, Chain _ -> throw new IllegalArgumentException(job + " is not for peers");
    };
  }

  private static String sorted(String field) {
    return "SELECT * FROM products ORDER BY " + field + ", id";
  }

  private <O> PeerRun onProducts(
      EvaluatorJob<Product, O> job, int items, String query, DuckDbTables.Reader<O> reader) {
    tables.loadProducts(job.table().rows(items));
    return run(job, query, reader);
  }

  private <O> PeerRun run(EvaluatorJob<?, O> job, String query, DuckDbTables.Reader<O> reader) {
    return new PeerRun() {
      @Override
      public Object run() {
        return tables.give(query);
      }

      @Override
      public Answer answer() {
        tables.give(query);
        return job.answer(tables.given(reader));
      }
    };
  }

  private static Product product(DuckDbTables.Row row) {
    return new Product(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getCents(6),
        row.getLong(7));
  }

  private static BrandTotal total(DuckDbTables.Row row) {
    return new BrandTotal(row.getString(1), row.getLong(2), row.getCents(3));
  }

  @Override
  public void close() {
    tables.close();
  }
}
