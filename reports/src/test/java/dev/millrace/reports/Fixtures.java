package dev.millrace.reports;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Finds the files that tests read.
public final class Fixtures {
  private Fixtures() {}

  /// A file of this module's test resources.
  public static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(Fixtures.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /// Our own suite's results: two jobs, four engines, three forks, and the control benchmark.
  public static Path scaling() {
    return file("scaling/results.json");
  }

  /// A file of the project's own published results.
  public static Path ownResults(String name) {
    return Path.of("..", "docs", "results", name);
  }

  /// The public JMH result files; the test is skipped, and says so, when there are none here.
  public static Stream<Path> publicResults() throws IOException {
    var folder = System.getProperty("millrace.jmhResults", "");
    Assumptions.assumeFalse(
        folder.isBlank(),
        "skipped: no public JMH files; name their folder by -Dmillrace.jmhResults");
    try (var files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }
}
