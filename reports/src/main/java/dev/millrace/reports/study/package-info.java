/// What is shown: series arranged into panels and lines, and the numbers derived from them.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.study;
