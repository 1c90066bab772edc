/// Reads JMH result files and says what the numbers mean: charts, pages, verdicts.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports;
