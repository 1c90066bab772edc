package dev.millrace.reports.trend;

import dev.millrace.reports.JmhJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// Writes folders of runs for tests.
public final class RunFolder {
  private RunFolder() {}

  /// A run of one benchmark of that many ms/op, in a folder of its own.
  public static Path write(Path folder, String name, double... forks) {
    var record = JmhJson.averageTime("run", JmhJson.forks(forks));
    return JmhJson.write(folder.resolve(name).resolve("results.json"), record);
  }

  /// Runs `run-1`, `run-2`, … of three forks each, with noise of 1 % around the levels.
  public static void write(Path folder, long seed, double... levels) {
    var random = new SplittableRandom(seed);
    for (var i = 0; i < levels.length; i++) {
      var level = levels[i] * Math.exp(0.01 * random.nextGaussian());
      write(folder, "run-" + (i + 1), level * 0.99, level, level / 0.99);
    }
  }

  /// Levels, each as often as said.
  public static double[] levels(int before, double one, int after, double other) {
    return DoubleStream.concat(
            DoubleStream.generate(() -> one).limit(before),
            DoubleStream.generate(() -> other).limit(after))
        .toArray();
  }

  /// Says beside a run when and on which commit it was.
  public static void environment(Path folder, String name, String startedAt, String commit)
      throws IOException {
    var project = "\"project\": {\"commit\": \"" + commit + "\"}";
    var run = "\"run\": {\"startedAt\": \"" + startedAt + "\"}";
    Files.writeString(
        folder.resolve(name).resolve("environment.json"), "{" + project + ", " + run + "}");
  }
}
