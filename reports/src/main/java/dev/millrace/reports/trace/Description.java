package dev.millrace.reports.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a trace file says of the run besides its units: its `otherData`, by the names there.
///
/// @param handOffNs what it costs to hand a unit over; null when it could not be measured
/// @param baselineWallNs the wall time of one worker; null when it was not measured
/// @param measured by parallelism; none when the file has none
public record Description(
    @JsonProperty(required = true) String format,
    @JsonProperty(required = true) String engine,
    @JsonProperty(required = true) int parallelism,
    @JsonProperty(required = true) String plan,
    @JsonProperty(required = true) long wallNs,
    @Nullable Long handOffNs,
    @Nullable Long baselineWallNs,
    List<Measured> measured,
    @JsonProperty(required = true) List<Segment> segments,
    Environment environment) {
  private static final String FORMAT = "millrace-trace/1";
  private static final double ROUNDING = 1e-6;

  public Description {
    if (!FORMAT.equals(format)) {
      throw new IllegalArgumentException(
          "the format is '" + format + "', not '" + FORMAT + "'; take the tools of one version");
    }
    present(engine, "engine");
    present(plan, "plan");
    present(segments, "segments");
    require(parallelism >= 1, "'parallelism' is at least 1");
    require(wallNs > 0, "'wallNs' is above 0");
    require(handOffNs == null || handOffNs >= 0, "'handOffNs' is at least 0");
    require(baselineWallNs == null || baselineWallNs > 0, "'baselineWallNs' is above 0");
    measured = inOrder(Objects.requireNonNullElse(measured, List.of()));
    segments = List.copyOf(segments);
    environment = Objects.requireNonNullElse(environment, new Environment(null));
    var numbers = new HashSet<Integer>();
    for (var each : segments) {
      require(numbers.add(each.segment()), "segment " + each.segment() + " is described twice");
    }
  }

  /// The median wall time of untraced runs at a degree of parallelism.
  public record Measured(
      @JsonProperty(required = true) int parallelism, @JsonProperty(required = true) long wallNs) {
    public Measured {
      require(parallelism >= 1, "a measured 'parallelism' is at least 1");
      require(wallNs > 0, "a measured 'wallNs' is above 0");
    }
  }

  /// A kind of units: the category (`segment`, `order`, `join`, `engine`), and the actions that its
  /// time goes to; what their shares leave is the engine's own.
  public record Segment(
      @JsonProperty(required = true) int segment,
      @JsonProperty(required = true) String cat,
      @JsonProperty(required = true) String name,
      List<Share> actions) {
    public Segment {
      present(cat, "cat");
      present(name, "name");
      actions = List.copyOf(Objects.requireNonNullElse(actions, List.of()));
      var sum = actions.stream().mapToDouble(Share::share).sum();
      require(sum <= 1 + ROUNDING, "the shares of segment " + segment + " add up to " + sum);
    }

    /// The category and the name, as `join: sort`.
    public String words() {
      return cat + ": " + name;
    }

    /// The share of an action; 0 when it has none.
    double share(String action) {
      return actions.stream()
          .filter(each -> each.name().equals(action))
          .mapToDouble(Share::share)
          .sum();
    }
  }

  /// An action and its share of the time of a segment's units.
  public record Share(
      @JsonProperty(required = true) String name, @JsonProperty(required = true) double share) {
    public Share {
      present(name, "name");
      require(share >= 0 && share <= 1 + ROUNDING, "a 'share' is from 0 to 1");
    }
  }

  /// The machine; null stands for what is not known.
  public record Environment(@Nullable Integer logicalCores) {}

  /// Whether the machine had the cores to run that many workers at once, as far as is known.
  public boolean hasCores(int workers) {
    var cores = environment.logicalCores();
    return cores == null || workers <= cores;
  }

  /// The names of all actions, in the order of the segments.
  public List<String> actions() {
    return segments.stream()
        .flatMap(segment -> segment.actions().stream())
        .map(Share::name)
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .toList();
  }

  private static List<Measured> inOrder(List<Measured> measured) {
    return List.copyOf(measured).stream()
        .sorted(Comparator.comparingInt(Measured::parallelism))
        .toList();
  }

  private static void present(@Nullable Object value, String name) {
    require(value != null, "'" + name + "' is missing");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
