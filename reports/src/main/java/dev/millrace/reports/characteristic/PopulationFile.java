package dev.millrace.reports.characteristic;

import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a population: one JSON object a line, whose `forks` is an array for each fork of the
/// numbers of its iterations.
final class PopulationFile {
  private static final int FEWEST_ITERATIONS = 2;

  private final Path file;

  private PopulationFile(Path file) {
    this.file = file;
  }

  /// The population of a file.
  ///
  /// @throws UnreadableInputException when the file is absent or a line is not of that form
  static Population read(Path file) {
    return new PopulationFile(file).population();
  }

  private Population population() {
    var benchmarks = new ArrayList<Benchmark>();
    var number = 0;
    for (var line : lines()) {
      number++;
      if (!line.isBlank()) {
        benchmarks.add(benchmark(line, number));
      }
    }
    if (benchmarks.size() < Population.SUITE) {
      throw new UnreadableInputException(
          file + ": " + benchmarks.size() + " benchmarks; a suite needs " + Population.SUITE);
    }
    return new Population(
        file.getFileName() + ", " + benchmarks.size() + " benchmarks", List.copyOf(benchmarks));
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException _) {
      throw new UnreadableInputException(file + ": no such file; check the path");
    } catch (CharacterCodingException _) {
      throw new UnreadableInputException(file + ": not UTF-8 text; name a .jsonl file");
    } catch (IOException e) {
      throw new UnreadableInputException(file + ": cannot be read (" + e + "); name a .jsonl file");
    }
  }

  private Benchmark benchmark(String line, int number) {
    var forks = elements(tree(line, number).path("forks")).map(PopulationFile::iterations).toList();
    if (forks.size() < Population.FORKS) {
      throw unreadable(number, forks.size() + " forks; " + Population.FORKS + " are needed");
    }
    for (var fork : forks) {
      if (fork.length < FEWEST_ITERATIONS || !isPositive(fork)) {
        throw unreadable(
            number, "a fork is not an array of " + FEWEST_ITERATIONS + " or more positive numbers");
      }
    }
    return new Benchmark(forks.toArray(double[][]::new));
  }

  private JsonNode tree(String line, int number) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw unreadable(number, "not JSON (" + e.getOriginalMessage() + ")");
    }
  }

  private static double[] iterations(JsonNode fork) {
    return elements(fork)
        .mapToDouble(each -> each.isNumber() ? each.doubleValue() : Double.NaN)
        .toArray();
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of();
  }

  private static boolean isPositive(double[] values) {
    for (var value : values) {
      if (!(value > 0 && Double.isFinite(value))) {
        return false;
      }
    }
    return true;
  }

  private UnreadableInputException unreadable(int number, String problem) {
    return new UnreadableInputException(
        file
            + (": line " + number + ": " + problem)
            + "; a line is {\"forks\": [[iteration, …], …]}");
  }
}
