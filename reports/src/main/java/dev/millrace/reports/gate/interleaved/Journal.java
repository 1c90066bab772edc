package dev.millrace.reports.gate.interleaved;

import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The log of the schedule: one line of JSON for each fork that has ended, on the disk before the
/// next one starts.
///
/// A last line that was cut, because the machine went down, counts for nothing: its fork is run
/// again.
final class Journal implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final FileChannel channel;
  private final Map<Step, ForkRecord> ended = new LinkedHashMap<>();

  /// A line of the log.
  ///
  /// @param startedAt ISO 8601
  private record Entry(
      int round,
      Build build,
      Target target,
      String startedAt,
      double seconds,
      @Nullable String failure) {
    ForkRecord fork() {
      return new ForkRecord(new Step(round, build, target), seconds, failure);
    }
  }

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /// Opens the log, with all that stands in it.
  static Journal open(Path file) {
    try {
      var text = Files.exists(file) ? Files.readString(file) : "";
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
      channel.position(channel.size());
      var journal = new Journal(channel);
      whole.lines().forEach(line -> journal.read(file, line));
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path file, String line) {
    try {
      var fork = MAPPER.readValue(line, Entry.class).fork();
      ended.put(fork.step(), fork);
    } catch (JacksonException e) {
      throw new UnreadableInputException(
          file + ": '" + line + "' is no line of a schedule; " + e.getOriginalMessage());
    }
  }

  /// What became of a fork; null when it has not ended.
  @Nullable ForkRecord find(Step step) {
    return ended.get(step);
  }

  /// All forks that have ended, in their order.
  Iterable<ForkRecord> forks() {
    return ended.values();
  }

  /// Writes down what became of a fork.
  void add(ForkRecord fork, String startedAt) {
    var step = fork.step();
    var entry =
        new Entry(
            step.round(), step.build(), step.target(), startedAt, fork.seconds(), fork.failure());
    var line = MAPPER.writeValueAsString(entry) + "\n";
    try {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ended.put(step, fork);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
