package dev.millrace.reports.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What JMH prints while it runs, kept by `-o FILE` or `| tee FILE`: the only place where it tells
/// the scores of warm-up iterations.
///
/// It prints three decimals, and scores below half a thousandth as powers of ten, which are of no
/// use. What benchmarks print themselves is passed over. A log is believed about a series only if
/// it has as many forks and measured iterations, and every measured score is, as printed, that of
/// the results.
///
/// Written after what JMH 1.37 prints; the lines are those of 1.21 too.
final class JmhLog {
  private static final Pattern LINE =
      Pattern.compile(
          "(# Threads|# Benchmark mode|# Benchmark|# Parameters|# Fork|# Warmup Fork"
              + "|# Warmup Iteration|Iteration) *\\d*: ?(.*)");
  private static final Pattern SCORE =
      Pattern.compile("(\\d+[.,]\\d+)(?: \\S+\\(99\\.9%\\) \\S+)? (?:ops/\\S+|\\S+/op)");
  private static final double ROUNDING = 0.000_51;

  private final List<Run> runs = new ArrayList<>();
  private String threads = "";
  private String mode = "";
  private LoggedFork fork = new LoggedFork();
  private @Nullable List<Double> unscored;

  /// The forks of a benchmark with certain params, as the log has them.
  private static final class Run {
    private final String benchmark;
    private final String mode;
    private final String threads;
    private final List<LoggedFork> forks = new ArrayList<>();
    private String params = "";

    Run(String benchmark, String mode, String threads) {
      this.benchmark = benchmark;
      this.mode = mode;
      this.threads = threads;
    }

    boolean isOf(Series series) {
      var identity = series.identity();
      return benchmark.equals(identity.benchmark())
          && identity.mode().isPrinted(mode)
          && threads.startsWith(identity.threads() + " ")
          && params.equals(printed(identity.params()))
          && isOf(series.primary().rows());
    }

    private boolean isOf(List<Fork> rows) {
      var isSame = forks.size() == rows.size();
      for (var i = 0; isSame && i < rows.size(); i++) {
        isSame = forks.get(i).isOf(rows.get(i).values());
      }
      return isSame;
    }

    private static String printed(Map<String, String> params) {
      return params.isEmpty()
          ? ""
          : params.entrySet().stream()
              .map(param -> param.getKey() + " = " + param.getValue())
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /// The scores of a fork as the log has them; NaN where none can be read.
  private record LoggedFork(List<Double> warmUp, List<Double> measured) {
    LoggedFork() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    boolean isOf(double[] scores) {
      var isSame = measured.size() == scores.length && !warmUp.contains(Double.NaN);
      for (var i = 0; isSame && i < scores.length; i++) {
        isSame = isPrintedAs(scores[i], measured.get(i));
      }
      return isSame;
    }

    private static boolean isPrintedAs(double score, double printed) {
      return Double.isNaN(printed) ? !(score >= ROUNDING) : Math.abs(score - printed) <= ROUNDING;
    }

    Fork scores() {
      return new Fork(new Scores(warmUp.stream().mapToDouble(each -> each).toArray()));
    }
  }

  private JmhLog() {}

  /// Reads a log.
  ///
  /// @throws UnreadableInputException when it cannot be read
  static JmhLog read(Path file) {
    var log = new JmhLog();
    try (var text = new InputStreamReader(Files.newInputStream(file), JsonFile.encoding(file));
        var lines = new BufferedReader(text)) {
      lines.lines().forEach(log::take);
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableInputException(file + ": cannot be read (" + e + "); delete it");
    }
    return log;
  }

  /// The warm-up of a series, a fork for each row; none where the log does not tell.
  List<Fork> warmUpOf(Series series) {
    return runs.stream()
        .filter(run -> run.isOf(series))
        .findFirst()
        .map(run -> run.forks.stream().map(LoggedFork::scores).toList())
        .orElse(List.of());
  }

  private void take(String line) {
    var known = LINE.matcher(line);
    if (!known.matches()) {
      takeScore(line);
      return;
    }
    var said = known.group(2);
    switch (known.group(1)) {
      case "# Threads" -> threads = said;
      case "# Benchmark mode" -> mode = said;
      case "# Benchmark" -> runs.add(new Run(said, mode, threads));
      case "# Parameters" -> takeParams(said);
      case "# Fork" -> takeFork();
      case "# Warmup Fork" -> fork = new LoggedFork();
      case "# Warmup Iteration" -> takeIteration(fork.warmUp(), said);
      default -> takeIteration(fork.measured(), said);
    }
  }

  private void takeParams(String params) {
    if (!runs.isEmpty()) {
      runs.getLast().params = params;
    }
  }

  private void takeFork() {
    fork = new LoggedFork();
    if (!runs.isEmpty()) {
      runs.getLast().forks.add(fork);
    }
  }

  private void takeIteration(List<Double> scores, String said) {
    scores.add(Double.NaN);
    unscored = scores;
    takeScore(said);
  }

  /// A score stands in the line of its iteration, or, where the benchmark has printed something in
  /// between, in one of its own.
  private void takeScore(String text) {
    var score = SCORE.matcher(text);
    if (unscored != null && score.matches()) {
      unscored.set(unscored.size() - 1, Double.valueOf(score.group(1).replace(',', '.')));
      unscored = null;
    }
  }
}
