/// What rules do on identical code and on planted slowdowns, the shipped one beside popular ones:
/// their false alarms and their power, measured.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.characteristic;
