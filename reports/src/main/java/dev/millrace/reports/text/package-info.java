/// Numbers and units in the form people read them.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.text;
