package dev.millrace.reports.gate.interleaved;

import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JMH jar of anybody, whose JMH is run in a process of its own, whatever main class it names.
///
/// @param java the program that starts a JVM; JMH's forks use the same
/// @param options what JMH is given besides, for every fork
public record JmhJar(Path jar, Path java, List<String> options) {
  private static final String MAIN = "org.openjdk.jmh.Main";

  /// Exit codes of a process that a signal has asked to end: Ctrl-C, or a polite kill.
  private static final List<Integer> STOPPED = List.of(130, 143);

  public JmhJar {
    options = List.copyOf(options);
  }

  /// The benchmarks whose names match, with their params.
  ///
  /// @throws UnreadableInputException when the jar does not list any
  List<Target> targets(String include, Path log) throws InterruptedException {
    var status = run(List.of("-lp", include), log);
    var targets = Target.parse(lines(log));
    if (status != 0 || targets.isEmpty()) {
      throw new UnreadableInputException(
          jar
              + ": lists no benchmark that matches "
              + include
              + " ("
              + end(status, log)
              + "); is it a JMH jar?");
    }
    return targets;
  }

  /// Runs one fork of a target.
  ///
  /// @param results where JMH writes its results
  /// @return why it failed; null when it did not
  @Nullable String fork(Target target, Path results, Path log) throws InterruptedException {
    var arguments = new ArrayList<>(target.arguments());
    arguments.addAll(List.of("-f", "1", "-foe", "true", "-rf", "json", "-rff"));
    arguments.add(results.toString());
    var status = run(arguments, log);
    return status == 0 ? null : end(status, log);
  }

  private static String end(int status, Path log) {
    return "exit code " + status + ", log " + log;
  }

  private int run(List<String> arguments, Path log) throws InterruptedException {
    var command = new ArrayList<>(List.of(java.toString(), "-cp", jar.toString(), MAIN));
    command.addAll(arguments);
    command.addAll(options);
    var status = status(command, log);
    if (STOPPED.contains(status)) {
      throw new InterruptedException("stopped by a signal");
    }
    return status;
  }

  /// Runs a process to its end; when this JVM is told to end, so is the process, and an ending JVM
  /// neither takes hooks nor gives them back.
  private static int status(List<String> command, Path log) throws InterruptedException {
    var process = start(command, log);
    try {
      var ending = Thread.ofPlatform().unstarted(() -> end(process));
      Runtime.getRuntime().addShutdownHook(ending);
      var status = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(ending);
      return status;
    } catch (IllegalStateException e) {
      var stopped = new InterruptedException("this program was stopped");
      stopped.initCause(e);
      throw stopped;
    } finally {
      end(process);
    }
  }

  private static Process start(List<String> command, Path log) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static List<String> lines(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
