/// Charts, headless, in SVG and PNG with the plotted numbers as CSV. Equal input gives equal bytes.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.chart;
