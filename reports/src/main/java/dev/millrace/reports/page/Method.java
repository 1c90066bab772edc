package dev.millrace.reports.page;

import java.util.List;

/// How the numbers come about, for whoever wants to quote them.
final class Method implements Section {
  private static final String WORDS =
      "The fork, a fresh JVM, is the unit of replication: each dot is the mean of one fork's "
          + "iterations, and iterations of different forks are never pooled. Intervals of means are "
          + "Student-t intervals over fork means at 95 %; with one fork there is none. Ratios "
          + "compare fork means; their intervals are Welch's on the log scale with Satterthwaite's "
          + "degrees of freedom. “Within noise” means that the interval of the ratio holds 1. The "
          + "winner is picked after the numbers are seen and intervals are not corrected for the "
          + "many comparisons on a page: read them as a description, and use the gate to decide. "
          + "In the charts the grey ideal line starts from the best engine that scales at one "
          + "thread and divides its time by the threads; for CPU time it stays level, as no work "
          + "is added. A dashed level is an engine that was measured at one thread only. An "
          + "interval bar that leaves a chart is cut at its edge. CPU time is that of the whole "
          + "process, garbage collector and compiler threads included.";

  @Override
  public String id() {
    return "method";
  }

  @Override
  public String title() {
    return "Method";
  }

  @Override
  public List<Html> body(Content content) {
    return List.of(Html.of("p", WORDS));
  }
}
