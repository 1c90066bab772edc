package dev.millrace.io.trace;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.millrace.engine.Chunking;
import dev.millrace.io.file.TextOutput;
import dev.millrace.io.trace.TraceEvents.Event;
import dev.millrace.io.trace.TraceEvents.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// A trace as its file has it: trace events that Perfetto and `chrome://tracing` open, with what
/// `docs/traces.md` describes beside them.
///
/// @param displayTimeUnit how viewers show times
/// @param traceEvents the workers' names and the units
/// @param otherData about the run
public record TraceFile(String displayTimeUnit, List<Event> traceEvents, About otherData) {
  private static final String FORMAT = "millrace-trace/1";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .changeDefaultPropertyInclusion(value -> value.withValueInclusion(Include.NON_NULL))
          .build();

  /// About a run; what is not known is null and left out.
  ///
  /// @param format the format and its version
  /// @param engine the engine's name
  /// @param parallelism the most threads at work
  /// @param plan the plan's name
  /// @param items how many items the feed has
  /// @param chunk how the feed was cut
  /// @param wallNs how long the traced run took
  /// @param cpuNs the mean CPU time of runs like it
  /// @param handOffNs what it costs to hand a unit over
  /// @param baselineWallNs how long a run takes at parallelism 1
  /// @param measured what runs took, by parallelism
  /// @param segments what the units are made of
  /// @param environment where it ran
  record About(
      String format,
      String engine,
      int parallelism,
      String plan,
      int items,
      String chunk,
      long wallNs,
      long cpuNs,
      @Nullable Long handOffNs,
      @Nullable Long baselineWallNs,
      List<Measured> measured,
      List<Part> segments,
      Machine environment) {}

  /// Writes the trace of a run.
  ///
  /// @throws dev.millrace.io.file.OutputException if the file cannot be written
  public static void write(Path file, TracedRuns runs) {
    String text = MAPPER.writeValueAsString(of(runs));
    TextOutput.write(file, out -> out.write(text + "\n"));
  }

  private static TraceFile of(TracedRuns runs) {
    Subject subject = runs.subject();
    var events = new TraceEvents(runs.run(), subject.shares());
    var about =
        new About(
            FORMAT,
            subject.label(),
            runs.own().parallelism(),
            subject.planName(),
            subject.feed().size(),
            chunk(subject.options().chunking()),
            runs.run().wallNanos(),
            runs.own().cpuNs(),
            orNull(events.handOffNanos()),
            baseline(runs.measured()),
            runs.measured(),
            events.parts(),
            Machine.here());
    return new TraceFile("ns", events.all(subject.label()), about);
  }

  private static String chunk(Chunking chunking) {
    return switch (chunking) {
      case Chunking.Fixed(int size) -> Integer.toString(size);
      case Chunking.Adaptive _ -> "adaptive";
    };
  }

  private static @Nullable Long baseline(List<Measured> measured) {
    Measured least = measured.getFirst();
    return least.parallelism() == 1 ? least.wallNs() : null;
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
