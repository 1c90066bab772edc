package dev.millrace.reports.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendTest {
  private static final int RUNS = 20;

  /// A series over the latest runs.
  private static Track track(String name, int runs) {
    var identity = new Identity(name, Mode.AVERAGE_TIME, 1, new TreeMap<>(), "ms/op");
    var values = IntStream.range(RUNS - runs, RUNS).mapToObj(TrendTest::value).toList();
    return new Track(identity, values);
  }

  /// From the 13th run on slower by 6 %, with noise of 2 %.
  private static Track.Value value(int run) {
    var noise = (run * 7 % 10 - 4.5) / 150;
    return new Track.Value(run, Math.exp(noise + (run < 12 ? 0 : 0.06)), 3);
  }

  private static Trend trend(List<Track> tracks) {
    var runs =
        IntStream.range(0, RUNS).mapToObj(run -> new Run("run-" + run, null, null, null)).toList();
    return Trend.of(new History(runs, tracks, "in order", List.of()));
  }

  @Test
  void of_manySeriesWithAStep_marksAsMany() {
    var tracks = IntStream.range(0, 50).mapToObj(i -> track("old" + i, RUNS)).toList();
    assertThat(trend(tracks).courses()).allMatch(course -> course.changes() == 1);
  }

  /// What is too new to have changed is no test that could be wrong.
  @Test
  void of_manyNewSeries_takeNothingFromAnOldOne() {
    var tracks = new ArrayList<Track>();
    tracks.add(track("old", RUNS));
    IntStream.range(0, 200).forEach(i -> tracks.add(track("new" + i, 7)));
    var courses = trend(tracks).courses();
    assertThat(courses.getFirst().changes()).isOne();
    assertThat(courses.subList(1, 201)).allMatch(course -> course.changes() == 0);
  }
}
