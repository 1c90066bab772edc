/// The report as one offline page. All text from files is escaped by construction.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.page;
