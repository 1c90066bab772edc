/// Two result files against each other, judged by the gate and described for people.
@org.jspecify.annotations.NullMarked
package dev.millrace.reports.beforeafter;
