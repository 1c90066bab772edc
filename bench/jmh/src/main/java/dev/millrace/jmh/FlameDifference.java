package dev.millrace.jmh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import one.convert.Arguments;
import one.convert.FlameGraph;

/// A differential flame graph: the profile of one program, coloured by what it spends more (red) or
/// less (blue) than another one; frames that only it has are marked as new. Frames that only the
/// other one has are not in it: turn the two around to see them.
///
/// Profiles of the same length tell nothing of programs that do different amounts of work in it. So
/// each is first scaled, best to what one operation costs: then widths and differences are
/// nanoseconds of an operation.
public final class FlameDifference {
  private FlameDifference() {}

  /// Collapsed stacks, and what they are to add up to.
  ///
  /// @param stacks the file
  /// @param whole such as the nanoseconds of an operation
  public record Profile(Path stacks, double whole) {
    /// The stacks, scaled.
    private FlameGraph graph(String title) throws IOException {
      List<String> lines = Files.readAllLines(stacks);
      double samples = lines.stream().mapToLong(Profile::count).sum();
      var scaled = new StringJoiner("\n", "", "\n");
      for (String line : lines) {
        long own = Math.round(count(line) * whole / samples);
        scaled.add(line.substring(0, line.lastIndexOf(' ') + 1) + own);
      }
      var graph = new FlameGraph(new Arguments("--title", title));
      graph.parseCollapsed(new StringReader(scaled.toString()));
      return graph;
    }

    private static long count(String line) {
      return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }
  }

  /// Writes the graph of a profile against another one.
  ///
  /// @param base what it is compared with
  /// @throws IOException if a file cannot be read or written
  public static void write(Profile base, Profile profile, String title, Path html)
      throws IOException {
    FlameGraph graph = profile.graph(title);
    graph.diff(base.graph(title));
    try (OutputStream out = Files.newOutputStream(html)) {
      graph.dump(out);
    }
  }
}
