package dev.millrace.reports.trend;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.results.UnreadableInputException;
import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Ratio;
import dev.millrace.reports.study.FileNames;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a [History].
final class HistoryReader {
  private final List<Path> folders;
  private final List<Run> runs = new ArrayList<>();
  private final Map<Identity, List<Track.Value>> values = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private int withoutRatio;

  HistoryReader(List<Path> folders) {
    this.folders = folders.stream().map(ResultFinder::real).distinct().toList();
  }

  History read() {
    var names = FileNames.of(folders);
    for (var i = 0; i < folders.size(); i++) {
      readAll(folders.get(i), folders.size() == 1 ? "" : names.get(i) + "/");
    }
    if (runs.isEmpty()) {
      var why = notes.isEmpty() ? "there is no .json file" : notes.getFirst();
      throw new UnreadableInputException(named() + ": no JMH result file can be read: " + why);
    }
    if (withoutRatio > 0) {
      var scores = withoutRatio == 1 ? "1 score is" : withoutRatio + " scores are";
      notes.add(scores + " not above zero and left out");
    }
    return ordered();
  }

  private String named() {
    return String.join(", ", folders.stream().map(Path::toString).toList());
  }

  private void readAll(Path folder, String prefix) {
    var files = ResultFinder.below(folder);
    var names = ResultFinder.names(folder, files);
    for (var i = 0; i < files.size(); i++) {
      read(files.get(i), prefix + names.get(i));
    }
  }

  private void read(Path path, String name) {
    try {
      var file = ResultFile.read(path);
      var forks = new LinkedHashMap<Identity, double[]>();
      for (var series : file.series()) {
        forks.merge(series.identity(), observations(series), HistoryReader::joined);
      }
      forks.forEach((identity, scores) -> add(identity, scores, runs.size()));
      runs.add(run(name, file.environment()));
    } catch (UnreadableInputException e) {
      notes.add("left out: " + e.getMessage());
    }
  }

  private static Run run(String name, Environment environment) {
    var jvm = environment.jvm();
    var platform =
        Stream.of(environment.machine().cpuModel(), jvm.name(), jvm.version())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return new Run(
        name,
        startedAt(environment.run().startedAt()),
        environment.project().commit(),
        platform.isEmpty() ? null : platform);
  }

  private static double[] observations(Series series) {
    Metric score = series.primary();
    return score.forks().isEmpty() ? new double[] {score.score()} : score.forkMeans();
  }

  private static double[] joined(double[] one, double[] other) {
    return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
  }

  private void add(Identity identity, double[] scores, int run) {
    if (Arrays.stream(scores).allMatch(score -> score > 0 && Double.isFinite(score))) {
      var score = Math.exp(Mean.of(Ratio.logs(scores)));
      values
          .computeIfAbsent(identity, _ -> new ArrayList<>())
          .add(new Track.Value(run, score, scores.length));
    } else {
      withoutRatio++;
    }
  }

  private static @Nullable Instant startedAt(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// Puts the runs into the order of time if all of them tell it; they were read in that of names.
  private History ordered() {
    var timed = runs.stream().filter(run -> run.startedAt() != null).count();
    var byTime = timed == runs.size();
    var order = IntStream.range(0, runs.size()).boxed().toList();
    if (byTime) {
      order =
          order.stream()
              .sorted(Comparator.comparing(i -> Objects.requireNonNull(runs.get(i).startedAt())))
              .toList();
    }
    var places = new int[runs.size()];
    for (var place = 0; place < places.length; place++) {
      places[order.get(place)] = place;
    }
    var words =
        byTime
            ? "in the order of their start (environment.json)"
            : "in the order of their names, " + untimed(timed);
    return new History(order.stream().map(runs::get).toList(), tracks(places), words, notes);
  }

  private String untimed(long timed) {
    return timed == 0
        ? "as no environment.json tells when they started"
        : "as " + (runs.size() - timed) + " of them do not tell when they started";
  }

  private List<Track> tracks(int[] places) {
    var tracks = new ArrayList<Track>();
    values.forEach((identity, each) -> {
      var moved =
          each.stream()
              .map(value -> new Track.Value(places[value.run()], value.score(), value.forks()))
              .sorted(Comparator.comparingInt(Track.Value::run))
              .toList();
      tracks.add(new Track(identity, moved));
    });
    return tracks;
  }
}
