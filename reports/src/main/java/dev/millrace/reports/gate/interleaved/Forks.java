package dev.millrace.reports.gate.interleaved;

import dev.millrace.reports.results.ResultFile;
import java.util.List;

/// Where forks are run and what they have measured is kept.
public interface Forks {
  /// What a build has to offer, in its own order.
  List<Target> targets(Build build) throws InterruptedException;

  /// Runs one fork, or recalls what became of it when it was run before.
  ForkRecord run(Step step) throws InterruptedException;

  /// All that the forks of a build have measured so far; without series when there is nothing.
  ResultFile results(Build build);
}
