package dev.millrace.reports.doctor;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static dev.millrace.reports.JmhJson.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.Mode;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gates that are broken in the ways that gates are: the doctor must tell each from a sound one.
final class DoctorTest {
  private static final Policy POLICY = Policy.of(new Margin(0.02));
  private static final double[][] QUIET = forks(100, 100.1, 99.9, 100.05, 99.95);

  @TempDir private Path folder;

  private List<String> survivors(Doctor.Patient gate) {
    var file =
        ResultFile.read(
            JmhJson.write(
                folder.resolve("results.json"),
                averageTime("b", QUIET),
                record("a.B.thrpt", "thrpt", "ops/s", QUIET),
                with(averageTime("c", QUIET), "cpu", "ms/op", QUIET)));
    var examination = Doctor.examine(gate, new Sides(file, file), POLICY.measures());
    var survivors =
        examination.mutants().stream()
            .filter(each -> !each.killed())
            .map(each -> each.fault().name())
            .toList();
    assertThat(examination.exitCode()).isEqualTo(survivors.isEmpty() ? 0 : 1);
    assertThat(examination.text()).contains((16 - survivors.size()) + " of 16 killed");
    return survivors;
  }

  /// A gate that sees other series than there are.
  private static Doctor.Patient seeing(UnaryOperator<Series> view) {
    return (before, after) -> Gate.compare(seen(before, view), seen(after, view), POLICY);
  }

  private static ResultFile seen(ResultFile file, UnaryOperator<Series> view) {
    return new ResultFile(
        file.path(), file.series().stream().map(view).toList(), file.environment());
  }

  private static UnaryOperator<Series> as(UnaryOperator<Identity> view) {
    return series -> Sides.with(series, view.apply(series.identity()));
  }

  @Test
  void examine_soundGate_killsAll() {
    assertThat(survivors((before, after) -> Gate.compare(before, after, POLICY))).isEmpty();
  }

  @Test
  void examine_gateThatNeverFails_isFoundOut() {
    assertThat(survivors((before, _) -> Gate.compare(before, before, POLICY))).hasSize(15);
  }

  @Test
  void examine_gateThatIsAlwaysRed_isFoundOut() {
    var red = Policy.of(new Margin(0));
    assertThat(
            survivors((before, after) ->
                Gate.compare(new Sides(after, before).slower(1 / 1.5).candidate(), after, red)))
        .contains("none");
  }

  @Test
  void examine_wideMargin_isFoundOut() {
    var wide = Policy.of(new Margin(0.5));
    assertThat(survivors((before, after) -> Gate.compare(before, after, wide)))
        .containsExactly("x1.05", "x1.2");
  }

  @Test
  void examine_gateWithoutDirection_isFoundOut() {
    var blind =
        seeing(
            as(id ->
                new Identity(
                    id.benchmark(), Mode.AVERAGE_TIME, id.threads(), id.params(), id.unit())));
    assertThat(survivors(blind)).contains("x1.05", "x1.2", "x0.5", "direction");
  }

  @Test
  void examine_gateOfScoresAlone_isFoundOut() {
    var score = List.of(new Measure(Measure.WALL, new Margin(0.02)));
    var policy = new Policy(score, POLICY.settings(), Set.of(), POLICY.accepted());
    assertThat(survivors((before, after) -> Gate.compare(before, after, policy)))
        .containsExactly("none", "x1.05", "x1.2", "x0.5");
  }

  @Test
  void examine_gateWithoutThreads_isFoundOut() {
    var blind =
        seeing(as(id -> new Identity(id.benchmark(), id.mode(), 1, id.params(), id.unit())));
    assertThat(survivors(blind)).containsExactly("threads");
  }

  @Test
  void examine_gateWithoutParams_isFoundOut() {
    var blind =
        seeing(
            as(id ->
                new Identity(id.benchmark(), id.mode(), id.threads(), new TreeMap<>(), id.unit())));
    assertThat(survivors(blind)).containsExactly("param");
  }

  @Test
  void examine_gateWithoutEnvironment_isFoundOut() {
    Doctor.Patient blind =
        (before, after) ->
            Gate.compare(
                new ResultFile(before.path(), before.series(), Environment.UNKNOWN),
                new ResultFile(after.path(), after.series(), Environment.UNKNOWN),
                POLICY);
    assertThat(survivors(blind)).containsExactly("stale baseline", "other machine");
  }
}
