package dev.millrace.bench.peer;

import dev.millrace.bench.evaluator.Product;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// A database of DuckDB in memory, with tables of rows, and one of what the last query gave.
///
/// What DuckDB refuses is an [IllegalStateException].
final class DuckDbTables implements AutoCloseable {
  private final DuckDBConnection connection;

  /// An empty database that uses so many threads.
  DuckDbTables(int threads) {
    this.connection =
        sql(() -> DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
    execute("SET threads TO " + threads);
  }

  /// Reads a row.
  ///
  /// @param <O> what it is read as
  @FunctionalInterface
  interface Reader<O> {
    /// What the row says.
    O read(Row row);
  }

  /// A row of a result; columns are counted from 1.
  ///
  /// @param at the result, at that row
  record Row(ResultSet at) {
    /// A whole number.
    long getLong(int column) {
      return sql(() -> at.getLong(column));
    }

    /// A text.
    String getString(int column) {
      return sql(() -> at.getString(column));
    }

    /// A number with two decimals, in hundredths.
    long getCents(int column) {
      return sql(() -> at.getBigDecimal(column)).movePointRight(2).longValueExact();
    }
  }

  /// Makes the table `numbers`.
  void loadNumbers(List<Long> rows) {
    execute("CREATE OR REPLACE TABLE numbers (x BIGINT)");
    sql(() -> {
      try (DuckDBAppender appender = appender("numbers")) {
        for (Long row : rows) {
          appender.beginRow().append((long) row).endRow();
        }
      }
      return rows.size();
    });
  }

  /// Makes the table `products`.
  void loadProducts(List<Product> rows) {
    execute(
        """
        CREATE OR REPLACE TABLE products (id BIGINT, title VARCHAR, brand VARCHAR,
          category VARCHAR, sku VARCHAR, price DECIMAL(9, 2), stock SMALLINT)
        """);
    sql(() -> {
      try (DuckDBAppender appender = appender("products")) {
        for (Product row : rows) {
          append(row, appender);
        }
      }
      return rows.size();
    });
  }

  private static void append(Product row, DuckDBAppender appender) throws SQLException {
    appender
        .beginRow()
        .append(row.id())
        .append(row.title())
        .append(row.brand())
        .append(row.category())
        .append(row.sku())
        .append(BigDecimal.valueOf(row.cents(), 2))
        .append((short) row.stock())
        .endRow();
  }

  private DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
  }

  /// Puts what a query gives into a table.
  ///
  /// @return how many rows that are
  long give(String query) {
    return execute("CREATE OR REPLACE TEMP TABLE given AS " + query);
  }

  /// What the last query gave.
  <O> List<O> given(Reader<O> reader) {
    return sql(() -> {
      var read = new ArrayList<O>();
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SELECT * FROM given")) {
        var row = new Row(result);
        while (result.next()) {
          read.add(reader.read(row));
        }
      }
      return read;
    });
  }

  private long execute(String command) {
    return sql(() -> {
      try (Statement statement = connection.createStatement()) {
        return statement.executeLargeUpdate(command);
      }
    });
  }

  private static <T> T sql(Callable<T> step) {
    try {
      return step.call();
    } catch (SQLException refused) {
      throw new IllegalStateException("DuckDB: " + refused.getMessage(), refused);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    sql(() -> {
      connection.close();
      return true;
    });
  }
}
