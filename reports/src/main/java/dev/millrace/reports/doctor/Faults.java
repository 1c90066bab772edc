package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Fork;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Iteration;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// All kinds of [Fault], and that of none.
final class Faults {
  private static final Set<Verdict> MISSING = Set.of(Verdict.MISSING);
  private static final Set<Verdict> GONE = Set.of(Verdict.MISSING, Verdict.RENAMED);
  private static final Set<Verdict> ERROR = Set.of(Verdict.ERROR);
  private static final Set<Verdict> INCOMPARABLE = Set.of(Verdict.NOT_COMPARABLE);
  private static final Set<Verdict> UNPROVEN = Set.of(Verdict.INCONCLUSIVE);

  private Faults() {}

  static List<Fault> all() {
    return List.of(
        new Fault.Slower("none", "nothing: the gate is not always red", 1),
        new Fault.Slower("x1.05", "every series 5 % slower", 1.05),
        new Fault.Slower("x1.2", "every series 20 % slower", 1.2),
        new Fault.Slower("x0.5", "every series twice as fast", 0.5),
        inOne("deleted", "one series is gone", MISSING, _ -> Stream.empty()),
        inOne("renamed", "one benchmark has another name", GONE, as(Faults::renamed)),
        inOne("threads", "one series has a JMH thread more", MISSING, as(Faults::moreThreads)),
        inOne("param", "one series has a param more", MISSING, as(Faults::moreParams)),
        inOne("direction", "one series: time is throughput", INCOMPARABLE, as(Faults::swapped)),
        inOne("unit", "one series: another unit", INCOMPARABLE, as(Faults::otherUnit)),
        inOne("twice", "one series is there twice", INCOMPARABLE, each -> Stream.of(each, each)),
        inOne("NaN", "one fork's score is not a number", ERROR, Faults::notANumber),
        inOne("one fork", "one series has only one fork", UNPROVEN, Faults::oneFork),
        inOne("no raw data", "one series has only its score", UNPROVEN, Faults::noRawData),
        inAll("stale baseline", "measured on an older JDK", Faults::onJdk, "8", "25"),
        inAll("other machine", "measured on another CPU", Faults::onCpu, "one", "another"));
  }

  private static Fault inOne(
      String name, String injected, Set<Verdict> right, Function<Series, Stream<Series>> change) {
    return new Fault.Broken(name, injected, right, sides -> sides.withVictim(change));
  }

  private static Fault inAll(
      String name, String injected, Place place, String before, String after) {
    UnaryOperator<Sides> change =
        sides -> sides.measured(each -> place.of(each, before), each -> place.of(each, after));
    return new Fault.Broken(name, injected, INCOMPARABLE, change);
  }

  /// Puts another word into one field of an environment.
  private interface Place {
    Environment of(Environment environment, String word);
  }

  private static Function<Series, Stream<Series>> as(UnaryOperator<Identity> other) {
    return series -> Stream.of(Sides.with(series, other.apply(series.identity())));
  }

  private static Identity renamed(Identity old) {
    var name = old.benchmark() + "Renamed";
    return new Identity(name, old.mode(), old.threads(), old.params(), old.unit());
  }

  private static Identity moreThreads(Identity old) {
    var threads = old.threads() + 1;
    return new Identity(old.benchmark(), old.mode(), threads, old.params(), old.unit());
  }

  private static Identity moreParams(Identity old) {
    var params = new TreeMap<>(old.params());
    params.put("injected", "1");
    return new Identity(old.benchmark(), old.mode(), old.threads(), params, old.unit());
  }

  private static Identity swapped(Identity old) {
    var mode = old.mode() == Mode.THROUGHPUT ? Mode.AVERAGE_TIME : Mode.THROUGHPUT;
    return new Identity(old.benchmark(), mode, old.threads(), old.params(), old.unit());
  }

  private static Identity otherUnit(Identity old) {
    var unit = old.unit().equals("us/op") ? "ms/op" : "us/op";
    return new Identity(old.benchmark(), old.mode(), old.threads(), old.params(), unit);
  }

  private static Stream<Series> notANumber(Series series) {
    var forks = new ArrayList<>(series.primary().forks());
    forks.set(0, new Fork(List.of(new Iteration.Score(Double.NaN))));
    return Stream.of(Sides.with(series, forks));
  }

  private static Stream<Series> oneFork(Series series) {
    return Stream.of(Sides.with(series, series.primary().forks().subList(0, 1)));
  }

  private static Stream<Series> noRawData(Series series) {
    return Stream.of(Sides.with(series, List.of()));
  }

  private static Environment onJdk(Environment old, String version) {
    var jvm = old.jvm();
    return new Environment(
        old.machine(),
        new Environment.Jvm(version, jvm.vendor(), jvm.name(), jvm.flags()),
        old.project(),
        old.run());
  }

  private static Environment onCpu(Environment old, String model) {
    var machine = old.machine();
    return new Environment(
        new Environment.Machine(
            model,
            machine.physicalCores(),
            machine.logicalCores(),
            machine.cgroupCpuQuota(),
            machine.governor(),
            machine.memoryBytes(),
            machine.os()),
        old.jvm(),
        old.project(),
        old.run());
  }
}
