package dev.millrace.bench;

import dev.millrace.bench.suite.Suites;
import java.util.ArrayList;

/// The names of the suites, for the help.
final class SuiteNames extends ArrayList<String> {
  private static final long serialVersionUID = 1L;

  SuiteNames() {
    super(Suites.labels());
  }
}
