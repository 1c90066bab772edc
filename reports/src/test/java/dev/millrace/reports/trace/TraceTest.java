package dev.millrace.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.trace.Description.Environment;
import dev.millrace.reports.trace.Description.Measured;
import dev.millrace.reports.trace.Description.Segment;
import dev.millrace.reports.trace.Description.Share;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceTest {
  private static Trace example() {
    return Trace.read(Fixtures.file("trace/example.json"));
  }

  /// A run of 2 workers: a first unit of 100 ns, 8 units of 50 ns side by side, a last one of 200,
  /// of which half is the action `sort`.
  private static Trace built(double faster) {
    var sort = (long) (100 + 100 / faster);
    var units = new ArrayList<Unit>();
    units.add(new Unit("begin", 0, 0, 100, List.of(), 0));
    for (var i = 0; i < 8; i++) {
      var start = 100 + i / 2 * 50;
      units.add(new Unit("scan", i % 2, start, start + 50, List.of(0), 1));
    }
    units.add(new Unit("sort", 0, 300, 300 + sort, List.of(1, 2, 3, 4, 5, 6, 7, 8), 2));
    var segments =
        List.of(
            new Segment(0, "engine", "begin", List.of()),
            new Segment(1, "segment", "scan", List.of(new Share("scan", 1))),
            new Segment(2, "join", "sort", List.of(new Share("sort", 0.5))));
    var description =
        new Description(
            "millrace-trace/1",
            "pool",
            2,
            "plan.json",
            300 + sort,
            0L,
            null,
            List.of(new Measured(2, 300 + sort), new Measured(1, 500 + sort)),
            segments,
            new Environment(2));
    return new Trace(Path.of("trace.json"), description, units);
  }

  @Test
  void read_example_hasEveryUnit() {
    var trace = example();
    assertThat(trace.units()).hasSize(11);
    assertThat(trace.units().get(5).after()).containsExactly(1, 3, 2, 4);
    assertThat(trace.units().get(1).start()).isEqualTo(13_100);
    assertThat(trace.units().get(1).duration()).isEqualTo(100_250);
    assertThat(trace.workers()).containsExactly(0, 1);
    assertThat(trace.handOff()).isEqualTo(750);
  }

  /// A worker that never had a unit is as idle as one can be, and seen to be.
  @Test
  void workers_withoutAUnit_areThereAllTheSame() {
    var trace = example();
    var units = trace.units().stream().filter(unit -> unit.worker() == 0).toList();
    var alone = units.stream().map(unit -> unit.after(List.of())).toList();
    var one = new Trace(Path.of("trace.json"), trace.description(), alone);
    assertThat(one.workers()).containsExactly(0, 1);
  }

  @Test
  void projection_ofAKnownRun_isExact() {
    var projection = Projection.of(built(1));
    assertThat(projection.work()).isEqualTo(700);
    assertThat(projection.span()).isEqualTo(350);
    assertThat(projection.parallelism()).isEqualTo(2);
    assertThat(projection.baseline()).isEqualTo(700);
    assertThat(projection.points())
        .extracting(Projection.Point::cores, Projection.Point::together)
        .startsWith(
            tuple(1, 700.0),
            tuple(2, 500.0),
            tuple(3, 450.0),
            tuple(4, 400.0),
            tuple(6, 400.0),
            tuple(8, 350.0));
    assertThat(projection.checks()).allMatch(check -> Math.abs(check.error()) < 1e-12);
  }

  @Test
  void projection_ofTheExample_isCloseToWhatWasMeasured() {
    var projection = Projection.of(example());
    assertThat(projection.checks()).hasSize(3);
    assertThat(projection.checks())
        .allSatisfy(check -> assertThat(Math.abs(check.error())).as("%s", check).isLessThan(0.05));
    assertThat(projection.points())
        .allSatisfy(point -> {
          assertThat(point.together()).isBetween(point.least(), point.most());
          assertThat(point.oneByOne()).isGreaterThanOrEqualTo(point.together());
        });
  }

  /// Traces that `run.sh --trace` has written, of the example plan `top-brands` on 200,000 items.
  @ParameterizedTest
  @ValueSource(strings = {"workor-tiered", "cursor-tiered"})
  void projection_ofARecordedRun_isCloseToItAndWithinItsBounds(String engine) {
    var projection = Projection.of(Trace.read(Fixtures.file("trace/" + engine + ".json.gz")));
    var own = projection.checks().getFirst();
    assertThat(own.traced()).isTrue();
    assertThat(Math.abs(own.error())).as("%s", own).isLessThan(0.1);
    var atTwo =
        projection.points().stream().filter(each -> each.cores() == 2).findFirst().orElseThrow();
    assertThat(own.measured()).isBetween(atTwo.least(), atTwo.most());
  }

  @Test
  void gain_ofAPlantedBottleneck_isThatOfTheRunMadeFaster() {
    var gains = Gain.of(built(1));
    var really = 1 - (double) built(2).length() / built(1).length();
    assertThat(gains).first().extracting(Gain::action).isEqualTo("scan");
    var sort = gains.get(1);
    assertThat(really).isCloseTo(0.1, within(1e-12));
    assertThat(sort.saved()).isCloseTo(really, within(1e-12));
    assertThat(sort.savedAtMore()).isCloseTo(50.0 / 350, within(1e-12));
    assertThat(sort.share()).isCloseTo(100.0 / 700, within(1e-12));
    assertThat(gains.getFirst().saved()).isCloseTo(100.0 / 500, within(1e-12));
  }

  @Test
  void idle_ofAKnownRun_isWhereOthersWorkAlone() {
    var idle = Idle.of(built(1));
    assertThat(idle.total()).isEqualTo(300);
    assertThat(idle.during())
        .extracting(share -> share.segment() == null ? "none" : share.segment().name())
        .containsExactly("sort", "begin");
    assertThat(idle.during()).extracting(Idle.Share::time).containsExactly(200.0, 100.0);
  }

  @Test
  void idle_ofTheExample_addsUpToWhatIsNotBusy() {
    var trace = example();
    var busy = trace.dag().work(trace.durations());
    assertThat(Idle.of(trace).total()).isCloseTo(2.0 * trace.length() - busy, within(1e-6));
  }
}
