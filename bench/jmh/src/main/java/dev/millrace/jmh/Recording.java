package dev.millrace.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import one.convert.Arguments;
import one.convert.Main;
import one.profiler.AsyncProfiler;

/// A profile that async-profiler is taking of this JVM.
final class Recording {
  /// Ways to sample CPU time, from the one that also sees the kernel to the one that needs nothing.
  private static final List<String> CPU = List.of("cpu-clock", "ctimer", "itimer");

  private final AsyncProfiler profiler;
  private final Path file;
  private final String event;

  private Recording(AsyncProfiler profiler, Path file, String event) {
    this.profiler = profiler;
    this.file = file;
    this.event = event;
  }

  /// There can be no profile, or not the one that was asked for.
  static final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnavailableException(String reason) {
      super(reason);
    }
  }

  /// Begins a profile.
  ///
  /// @param event what is sampled, as async-profiler names it; `cpu` is the first of its ways to
  ///   sample CPU time that this system allows
  /// @param nanos the time, or for other events the count, from one sample to the next
  /// @param file where the recording goes, less its ending
  /// @throws UnavailableException if the platform or the event is not supported
  static Recording start(String event, long nanos, Path file)
      throws UnavailableException, IOException {
    AsyncProfiler profiler = load();
    String way =
        firstAllowed(
            event,
            each -> "start,jfr,event=" + each + ",interval=" + nanos + ",file=" + jfr(file),
            profiler::execute);
    return new Recording(profiler, file, way);
  }

  /// Does what async-profiler is told; an unchecked exception says why it does not.
  @FunctionalInterface
  interface Commands {
    /// Executes a command.
    void execute(String command) throws IOException;
  }

  /// Starts the first way to sample an event that is allowed.
  ///
  /// @param command the command that starts a way
  /// @return that way
  /// @throws UnavailableException if none is allowed; it tells of each
  static String firstAllowed(String event, UnaryOperator<String> command, Commands profiler)
      throws UnavailableException, IOException {
    var refused = new ArrayList<String>();
    for (String way : event.equals("cpu") ? CPU : List.of(event)) {
      try {
        profiler.execute(command.apply(way));
        return way;
      } catch (IllegalStateException | IllegalArgumentException reason) {
        refused.add(way + ": " + reason.getMessage());
      }
    }
    throw new UnavailableException(String.join("; ", refused));
  }

  /// The event that is sampled.
  String event() {
    return event;
  }

  /// Ends the profile and writes it beside the recording: a flame graph, and collapsed stacks.
  ///
  /// @return how many samples it has
  long stop(String title) throws IOException {
    profiler.execute("stop,file=" + jfr(file));
    convert(".html", "--norm", "--output", "html", "--title", title);
    convert(".collapsed", "--norm", "--output", "collapsed");
    return profiler.getSamples();
  }

  private void convert(String ending, String... options) throws IOException {
    Main.convert(jfr(file).toString(), file + ending, new Arguments(options));
  }

  private static Path jfr(Path file) {
    return Path.of(file + ".jfr");
  }

  private static AsyncProfiler load() throws UnavailableException {
    try {
      return AsyncProfiler.getInstance();
    } catch (UnsatisfiedLinkError | UnsupportedOperationException | IllegalStateException reason) {
      throw new UnavailableException(String.valueOf(reason.getMessage()));
    }
  }
}
