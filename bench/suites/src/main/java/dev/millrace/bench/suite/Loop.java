package dev.millrace.bench.suite;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The parallelism of a sequential reference, so that it stands on the same axis as what is
/// compared with it.
@State(Scope.Benchmark)
public class Loop {
  /// Always 1.
  @Param("1")
  public String parallelism;
}
