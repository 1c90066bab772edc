package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class JvmThreadsTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  @ParameterizedTest
  @CsvSource({
    "GC Thread#3, GC",
    "G1 Conc#0, GC",
    "ZWorkerYoung#0, GC",
    "Shenandoah GC T, GC",
    "VM Thread, GC",
    "C1 CompilerThre, JIT",
    "C2 CompilerThre, JIT",
    "VM Periodic Tas, OTHER",
    "Reference Handl, OTHER",
    "java,",
    "ForkJoinPool-1-,",
    "my G1 Service,"
  })
  void ofThread_nameOfHotSpot_tellsTheRole(String name, @Nullable JvmRole role) {
    assertThat(JvmRole.ofThread(name)).isEqualTo(role);
  }

  @Test
  void since_threadsThatCameWentAndTookANumberAgain_countWhatIsNew() {
    var roles = Set.of(JvmRole.GC, JvmRole.JIT);
    var before = new JvmTimes(roles, Map.of(1L, spent(10), 2L, spent(20), 3L, spent(30)));
    var after = new JvmTimes(roles, Map.of(1L, spent(15), 3L, spent(4), 4L, spent(7)));
    assertThat(after.since(before)).isEqualTo(Map.of(JvmRole.GC, 5L + 4 + 7, JvmRole.JIT, 0L));
  }

  private static JvmTimes.Spent spent(long nanos) {
    return new JvmTimes.Spent(JvmRole.GC, nanos);
  }

  @Test
  void read_onLinux_knowsEveryRole() {
    assertThat(JvmThreads.here().read().roles()).containsExactlyInAnyOrder(JvmRole.values());
  }

  @Test
  void read_managementBean_tellsTheCollectorOrNothing() {
    assertThat(new BeanThreads().read().roles()).isSubsetOf(JvmRole.GC);
  }

  @ParameterizedTest
  @CsvSource({"1, 1200", "2, 600", "4, 300", "10, 150"})
  void mutator_threadsThatBurnAndEnd_isWhatTheyUsedWithinAHundredth(int threads, long millis)
      throws Exception {
    ProcessClock clock = ProcessClock.finest();
    JvmThreads jvm = JvmThreads.here();
    burn(threads, MILLI); // what is loaded for the first time is not measured
    JvmTimes before = jvm.read();
    CpuTime start = clock.read();
    long used = burn(threads, millis * MILLI);
    CpuTime process = clock.read().minus(start);
    double mutator =
        CpuProfiler.results(process, jvm.read().since(before), 1).stream()
            .filter(result -> result.getLabel().equals("cpu.mutator"))
            .findFirst()
            .orElseThrow()
            .getScore();
    assertThat(used).isGreaterThanOrEqualTo(threads * millis * MILLI);
    assertThat(mutator).isCloseTo(used / (double) MILLI, within(0.01 * used / MILLI));
  }

  /// Burns CPU time on so many threads, which end then.
  private static long burn(int threads, long nanos) throws Exception {
    List<Callable<Long>> tasks = Collections.nCopies(threads, () -> ThreadCpu.burn(nanos));
    long used = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<Long> each : pool.invokeAll(tasks)) {
        used += each.get();
      }
    }
    return used;
  }
}
