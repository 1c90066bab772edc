package dev.millrace.reports.characteristic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Shares of trials, in rows by rule; written as Markdown in percent.
///
/// @param columns the headings, first those of the labels
record Table(String title, List<String> columns, List<Row> rows) {
  /// A row: labels, then shares.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(List<String> labels, double[] shares) {}

  /// The table of contestants; of the shares, equally many belong to each, in their order.
  static Table of(
      String title, List<String> columns, List<Contestant> contestants, double[] shares) {
    var width = shares.length / contestants.size();
    return new Table(
        title,
        columns,
        IntStream.range(0, contestants.size())
            .mapToObj(i ->
                new Row(
                    contestants.get(i).labels(),
                    Arrays.copyOfRange(shares, i * width, (i + 1) * width)))
            .toList());
  }

  /// The share in a row and a column of shares.
  double share(int row, int column) {
    return rows.get(row).shares()[column];
  }

  String markdown() {
    var text = new StringBuilder("### " + title + "\n\n");
    text.append(line(columns.stream()));
    text.append(line(columns.stream().map(_ -> "---")));
    rows.forEach(row -> text.append(line(cells(row))));
    return text.append('\n').toString();
  }

  private static Stream<String> cells(Row row) {
    var shares = Arrays.stream(row.shares()).mapToObj(Table::percent);
    return Stream.concat(row.labels().stream(), shares);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
