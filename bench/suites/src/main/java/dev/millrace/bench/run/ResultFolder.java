package dev.millrace.bench.run;

import static java.util.stream.Collectors.joining;

import dev.millrace.bench.environment.Environment;
import dev.millrace.bench.json.RecordJson;
import dev.millrace.io.file.OutputException;
import dev.millrace.io.file.TextOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The folder that a run writes to. Whenever the run ends, however it ends, the files tell of every
/// fork that had finished:
///
/// - `environment.json`: where and how it was measured
/// - `workload.json`: the feed, the jobs and the answers they must give
/// - `results.json`: JMH's JSON, replaced as a whole after each fork
/// - `warmup.json`: the scores of warm-up iterations, which JMH's JSON lacks, replaced likewise
/// - `forks.jsonl`: a line for each point of each fork, on disk before the next fork starts
/// - `failures.json`: the forks that gave no result
/// - `jmh.log`: what JMH printed
public final class ResultFolder implements Closeable {
  private static final String FORKS = "forks.jsonl";

  private final Path folder;
  private final List<Point> points;
  private final List<ForkRecord> forks;
  private final FileChannel forkLog;
  private final PrintStream jmhLog;
  private final List<Failure> failures = new ArrayList<>();

  private ResultFolder(Path folder, List<Point> points, List<ForkRecord> forks) throws IOException {
    this.folder = folder;
    this.points = List.copyOf(points);
    this.forks = new ArrayList<>(forks);
    this.forkLog =
        FileChannel.open(
            folder.resolve(FORKS), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.jmhLog =
        new PrintStream(
            Files.newOutputStream(
                folder.resolve("jmh.log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            false,
            StandardCharsets.UTF_8);
  }

  /// A folder for the results of some points; it is made if it is not there.
  ///
  /// @throws OutputException if it cannot be written to, or holds the results of another run
  public static ResultFolder create(Path folder, List<Point> points) {
    checkUnused(folder);
    try {
      Files.createDirectories(folder);
      return open(folder, points, List.of());
    } catch (IOException failed) {
      throw unwritable(folder, failed);
    }
  }

  /// A folder that holds the first part of the results already.
  ///
  /// @param finished the forks that are kept
  /// @throws OutputException if it cannot be written to
  static ResultFolder resume(Path folder, List<Point> points, List<ForkRecord> finished) {
    String lines = finished.stream().map(fork -> RecordJson.line(fork) + "\n").collect(joining());
    TextOutput.write(folder.resolve(FORKS), out -> out.write(lines));
    try {
      return open(folder, points, finished);
    } catch (IOException failed) {
      throw unwritable(folder, failed);
    }
  }

  private static ResultFolder open(Path folder, List<Point> points, List<ForkRecord> finished)
      throws IOException {
    var opened = new ResultFolder(folder, points, finished);
    opened.forkLog.force(true);
    opened.writeResults();
    opened.writeFailures();
    return opened;
  }

  /// Checks that no run has written to a folder yet.
  ///
  /// @throws OutputException if one has
  public static void checkUnused(Path folder) {
    if (Files.exists(folder.resolve(FORKS))) {
      throw new OutputException(folder + ": holds the results of another run; name another folder");
    }
  }

  /// The file that JMH's readers open.
  public Path resultFile() {
    return folder.resolve("results.json");
  }

  /// Where JMH prints to.
  public PrintStream jmhLog() {
    return jmhLog;
  }

  /// Writes `environment.json`.
  public void write(Environment environment) {
    RecordJson.write(folder.resolve("environment.json"), environment);
  }

  /// Whether it has the results of a fork.
  boolean has(Turn turn) {
    return forks.stream().anyMatch(turn::has);
  }

  /// Keeps the results of a fork, one for each point of its sweep; they are on disk when this
  /// returns.
  public void add(Turn turn, List<Measured> fork) {
    int place = finished() + 1;
    var lines = new StringBuilder();
    List<Point> own = turn.sweep().points();
    for (int i = 0; i < own.size(); i++) {
      ForkRecord record = ForkRecord.of(own.get(i), turn.round(), place, fork.get(i));
      lines.append(RecordJson.line(record)).append('\n');
      forks.add(record);
    }
    append(lines.toString());
    writeResults();
  }

  /// Keeps that a fork had no result.
  public void fail(Turn turn, String reason) {
    failures.add(Failure.of(turn, reason));
    writeFailures();
  }

  /// The forks without a result, so far.
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /// How many forks have a result, so far.
  public int finished() {
    return forks.isEmpty() ? 0 : forks.getLast().place();
  }

  @Override
  public void close() {
    jmhLog.close();
    try {
      forkLog.close();
    } catch (IOException failed) {
      throw unwritable(folder, failed);
    }
  }

  private void append(String lines) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
    try {
      while (bytes.hasRemaining()) {
        forkLog.write(bytes);
      }
      forkLog.force(true);
    } catch (IOException failed) {
      throw unwritable(folder, failed);
    }
  }

  private void writeResults() {
    RecordJson.write(resultFile(), JmhJson.of(points, forks));
    RecordJson.write(folder.resolve("warmup.json"), WarmupJson.of(points, forks));
  }

  private void writeFailures() {
    RecordJson.write(folder.resolve("failures.json"), failures);
  }

  private static OutputException unwritable(Path folder, IOException failed) {
    String reason =
        switch (failed) {
          case AccessDeniedException _ -> "permission denied";
          case FileAlreadyExistsException file -> file.getFile() + " is a file";
          case FileSystemException other when other.getReason() != null -> other.getReason();
          default -> String.valueOf(failed.getMessage());
        };
    return new OutputException(folder + ": cannot be written to: " + reason);
  }
}
