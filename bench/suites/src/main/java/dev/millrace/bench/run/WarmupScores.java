package dev.millrace.bench.run;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/// Keeps the scores of warm-up iterations, and passes everything on to where JMH prints. JMH tells
/// them to nobody else.
///
/// Thread-safe: what a fork tells comes on the thread that listens to it.
final class WarmupScores implements OutputFormat {
  private final OutputFormat output;
  private final List<Double> scores = new CopyOnWriteArrayList<>();

  WarmupScores(OutputFormat output) {
    this.output = output;
  }

  /// The scores so far, in the order of time.
  List<Double> scores() {
    return List.copyOf(scores);
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult result) {
    if (params.getType() == IterationType.WARMUP) {
      scores.add(result.getPrimaryResult().getScore());
    }
    output.iterationResult(benchmark, params, iteration, result);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    output.iteration(benchmark, params, iteration);
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    output.startBenchmark(benchmark);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    output.endBenchmark(result);
  }

  @Override
  public void startRun() {
    output.startRun();
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    output.endRun(results);
  }

  @Override
  public void print(String text) {
    output.print(text);
  }

  @Override
  public void println(String line) {
    output.println(line);
  }

  @Override
  public void verbosePrintln(String line) {
    output.verbosePrintln(line);
  }

  @Override
  public void write(int data) {
    output.write(data);
  }

  @Override
  public void write(byte[] data) throws IOException {
    output.write(data);
  }

  @Override
  public void flush() {
    output.flush();
  }

  @Override
  public void close() {
    output.close();
  }
}
