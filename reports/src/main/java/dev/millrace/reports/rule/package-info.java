/// The rule by which changes are judged: a whole suite of fork means goes in, outcomes come out.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.rule;
