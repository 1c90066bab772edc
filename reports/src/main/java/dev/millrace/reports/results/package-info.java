/// What JMH wrote, as records: every number with the bits it has in the file.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.results;
