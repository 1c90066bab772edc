package dev.millrace.reports.gate.interleaved;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Failure;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.ResultWriter;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Forks of two JMH jars, and a folder with all that they leave.
///
/// `schedule.jsonl` is the log of the schedule, `forks/` has the results and the output of every
/// fork, `baseline.json` and `candidate.json` have all forks of a build as JMH would have written
/// them, `failures.json` names the forks that left nothing. Results of a fork are kept before the
/// next one starts; what the folder has is not run again.
public final class JmhForks implements Forks, AutoCloseable {
  private static final double NANOSECONDS = 1e9;

  private final Path folder;
  private final Map<Build, JmhJar> jars;
  private final String include;
  private final Journal journal;
  private final List<Target> known = new ArrayList<>();
  private final Map<Build, MergedResults> results = new EnumMap<>(Build.class);

  /// @param folder is made when it is not there
  /// @param include a regular expression for the names of benchmarks
  public JmhForks(Path folder, Map<Build, JmhJar> jars, String include) {
    this.folder = folder;
    this.jars = Map.copyOf(jars);
    this.include = include;
    try {
      Files.createDirectories(folder.resolve("forks"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.journal = Journal.open(folder.resolve("schedule.jsonl"));
    for (var build : Build.values()) {
      results.put(build, new MergedResults());
    }
  }

  @Override
  public List<Target> targets(Build build) throws InterruptedException {
    var log = folder.resolve("forks").resolve("list-" + build.label() + ".log");
    var targets = jar(build).targets(include, log);
    targets.stream().filter(target -> !known.contains(target)).forEach(known::add);
    return targets;
  }

  @Override
  public ForkRecord run(Step step) throws InterruptedException {
    var earlier = journal.find(step);
    if (earlier != null) {
      if (earlier.failure() == null) {
        merged(step.build()).add(ResultFile.read(file(step, ".json")).series());
      }
      return earlier;
    }
    var startedAt = Instant.now().toString();
    var start = System.nanoTime();
    var failure = measure(step);
    var fork = new ForkRecord(step, (System.nanoTime() - start) / NANOSECONDS, failure);
    journal.add(fork, startedAt);
    return fork;
  }

  /// Runs a fork and keeps its results.
  private @Nullable String measure(Step step) throws InterruptedException {
    var part = file(step, ".part");
    var log = file(step, ".log");
    var failure = jar(step.build()).fork(step.target(), part, log);
    if (failure != null) {
      return failure;
    }
    try {
      var series = ResultFile.read(part).series();
      var stranger = stranger(step.target(), series);
      if (stranger != null) {
        return "it ran " + stranger + " too; JMH's options must not name benchmarks";
      }
      Files.move(part, file(step, ".json"), StandardCopyOption.REPLACE_EXISTING);
      merged(step.build()).add(series);
      return null;
    } catch (UnreadableInputException e) {
      return "no results, log " + log + ": " + e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String stranger(Target target, List<Series> series) {
    return series.stream()
        .map(Series::identity)
        .filter(identity -> !target.covers(identity.benchmark(), identity.params()))
        .map(identity -> identity.label())
        .findFirst()
        .orElse(null);
  }

  private Path file(Step step, String ending) {
    var number = known.indexOf(step.target()) + 1;
    var name =
        String.format(
            Locale.ROOT, "%03d-%03d-%s%s", step.round(), number, step.build().label(), ending);
    return folder.resolve("forks").resolve(name);
  }

  @Override
  public ResultFile results(Build build) {
    var file = folder.resolve(name(build));
    var series = merged(build).series();
    if (!series.isEmpty()) {
      ResultWriter.write(file, series);
    }
    writeFailures();
    return new ResultFile(file, series, Environment.UNKNOWN);
  }

  /// What failed, so that who gates the files again sees it, too.
  private void writeFailures() {
    var failures = new TreeMap<String, List<Failure>>();
    for (var fork : journal.forks()) {
      var reason = fork.failure();
      if (reason != null) {
        failures
            .computeIfAbsent(name(fork.step().build()), _ -> new ArrayList<>())
            .addAll(failures(fork.step().target(), reason));
      }
    }
    ResultWriter.writeFailures(folder, failures);
  }

  /// A failure of each series that the fork was to measure, as far as the other forks tell.
  private List<Failure> failures(Target target, String reason) {
    var params =
        results.values().stream()
            .flatMap(merged -> merged.series().stream())
            .map(Series::identity)
            .filter(identity -> target.covers(identity.benchmark(), identity.params()))
            .map(Identity::params)
            .distinct()
            .toList();
    return (params.isEmpty() ? List.of(target.params()) : params)
        .stream().map(each -> new Failure(target.benchmark(), each, reason)).toList();
  }

  private static String name(Build build) {
    return build.label() + ".json";
  }

  private JmhJar jar(Build build) {
    return Objects.requireNonNull(jars.get(build));
  }

  private MergedResults merged(Build build) {
    return Objects.requireNonNull(results.get(build));
  }

  @Override
  public void close() {
    journal.close();
  }
}
