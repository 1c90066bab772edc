package dev.millrace.bench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.environment.Environment.Machine;
import dev.millrace.bench.environment.MachineChecks.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTest {
  private static final Moment QUIET = new Moment(4, 4, 0.05, List.of());

  @TempDir Path root;

  @Test
  void all_quietMachine_isFine() throws IOException {
    for (int cpu = 0; cpu < 4; cpu++) {
      write("sys/devices/system/cpu/cpu" + cpu + "/cpufreq/scaling_governor", "performance");
    }
    write("sys/devices/system/cpu/intel_pstate/no_turbo", "1");
    write("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
    write("proc/meminfo", "MemTotal: 9 kB\nSwapTotal: 100 kB\nSwapFree: 100 kB");
    write("proc/stat", "cpu  50 0 50 900 0 0 0 0 0 0");
    assertThat(checks(null, QUIET)).allMatch(check -> check.verdict() == Check.Verdict.OK);
  }

  @Test
  void all_systemThatTellsNothing_isUnknownAndNoWarning() {
    List<Check> checks = checks(null, new Moment(4, 4, null, List.of()));
    assertThat(verdicts(checks).entrySet())
        .filteredOn(each -> each.getValue() == Check.Verdict.UNKNOWN)
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("governor", "turbo", "load", "swap", "clock", "steal");
    assertThat(verdicts(checks)).doesNotContainValue(Check.Verdict.WARN);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2,    4, 4, '4 cores, of which this process may use 2', 'up to 4 threads on 2 cores'",
        "1.5,  4, 8, '4 cores, of which this process may use 1.5', 'up to 8 threads on 1.5 cores'",
        "none, 3, 4, '4 cores, of which this process may use 3', 'up to 4 threads on 3 cores'"
      })
  void all_fewerCoresThanThreads_areWarnings(
      @Nullable Double quota, int usable, int threads, String cores, String shared) {
    List<Check> checks = checks(quota, new Moment(threads, usable, 0.0, List.of()));
    assertThat(checks).contains(Check.warn("cores", cores), Check.warn("threads", shared));
  }

  @Test
  void all_quotaAboveTheCores_isNone() {
    assertThat(verdicts(checks(16.0, QUIET))).containsEntry("cores", Check.Verdict.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "sys/devices/system/cpu/cpu2/cpufreq/scaling_governor, powersave, governor",
    "sys/devices/system/cpu/intel_pstate/no_turbo, 0, turbo",
    "sys/devices/system/cpu/cpufreq/boost, 1, turbo",
    "sys/devices/system/clocksource/clocksource0/current_clocksource, hpet, clock",
    "proc/meminfo, 'SwapTotal: 9000 kB\nSwapFree: 900 kB', swap",
    "proc/stat, 'cpu  50 0 50 880 0 0 0 20 0 0', steal"
  })
  void all_fileThatTellsOfTrouble_isAWarning(String file, String content, String check)
      throws IOException {
    write(file, content.replace("\\n", "\n"));
    assertThat(verdicts(checks(null, QUIET))).containsEntry(check, Check.Verdict.WARN);
  }

  @Test
  void all_otherProgramsAtWork_areWarnings() {
    assertThat(checks(null, new Moment(4, 4, 1.25, List.of(17L, 4_711L))))
        .contains(
            Check.warn("load", "other programs keep 1.3 of 4 cores busy"),
            Check.warn("jvms", "other JVMs are running: process 17, 4711"));
  }

  @ParameterizedTest
  @CsvSource({"cpu  1 2", "cpu0 1 2 3 4 5 6 7 8", "''", "cpu a b c d e f g h"})
  void parse_notTheFirstLineOfStat_isNull(String line) {
    assertThat(CpuUse.parse(line)).isNull();
  }

  @Test
  void minus_twoReadings_isWhatWasDoneBetween() {
    CpuUse before = CpuUse.parse("cpu  10 0 10 80 0 0 0 0 0 0");
    CpuUse after = CpuUse.parse("cpu  30 10 10 100 10 5 5 20 7 0");
    assertThat(before).isNotNull();
    assertThat(after).isNotNull();
    CpuUse between = after.minus(before);
    assertThat(between).isEqualTo(new CpuUse(40, 20, 90));
    assertThat(between.stolenShare()).isEqualTo(20.0 / 90);
  }

  private List<Check> checks(@Nullable Double quota, Moment moment) {
    var machine = new Machine("cpu", 4, 4, quota, null, null, "Linux");
    return new MachineChecks(new SystemFiles(root), machine).all(moment);
  }

  private static Map<String, Check.Verdict> verdicts(List<Check> checks) {
    return checks.stream().collect(Collectors.toMap(Check::name, Check::verdict));
  }

  private void write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content + "\n");
  }
}
