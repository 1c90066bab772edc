package dev.millrace.bench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineProbeTest {
  @TempDir Path root;

  @Test
  void machine_twoSocketsWithHyperThreads_countsBothKindsOfCore() throws IOException {
    write("proc/cpuinfo", cpu(0, 0, 0) + cpu(1, 0, 1) + cpu(2, 1, 0) + cpu(3, 0, 0));
    write("proc/meminfo", "MemTotal:       24684084 kB\nMemFree: 1 kB\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
    Environment.Machine machine = new MachineProbe(new SystemFiles(root)).machine();
    assertThat(machine.cpuModel()).isEqualTo("Quick CPU: 3000");
    assertThat(machine.physicalCores()).isEqualTo(3);
    assertThat(machine.logicalCores()).isEqualTo(4);
    assertThat(machine.memoryBytes()).isEqualTo(24_684_084L * 1_024);
    assertThat(machine.governor()).isEqualTo("performance");
  }

  @Test
  void machine_nothingToRead_isNullAndNotMadeUp() {
    Environment.Machine machine = new MachineProbe(new SystemFiles(root)).machine();
    assertThat(machine.cpuModel()).isNull();
    assertThat(machine.physicalCores()).isNull();
    assertThat(machine.cgroupCpuQuota()).isNull();
    assertThat(machine.governor()).isNull();
    assertThat(machine.logicalCores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(machine.memoryBytes()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"150000 100000, 1.5", "max 100000, ", "nonsense, ", "0 100000, "})
  void quota_unifiedGroup_isQuotaOverPeriod(String content, @Nullable Double cores)
      throws IOException {
    write("proc/self/cgroup", "0::/a/b\n");
    write("sys/fs/cgroup/a/b/cpu.max", content + "\n");
    assertThat(quota()).isEqualTo(cores);
  }

  @Test
  void quota_groupsAround_theSmallestCounts() throws IOException {
    write("proc/self/cgroup", "0::/a/b\n");
    write("sys/fs/cgroup/a/b/cpu.max", "400000 100000\n");
    write("sys/fs/cgroup/a/cpu.max", "200000 100000\n");
    write("sys/fs/cgroup/cpu.max", "max 100000\n");
    assertThat(quota()).isEqualTo(2.0);
  }

  @ParameterizedTest
  @CsvSource({"250000, 2.5", "-1, "})
  void quota_legacyGroup_isQuotaOverPeriod(String quota, @Nullable Double cores)
      throws IOException {
    write("proc/self/cgroup", "5:memory:/m\n4:cpu,cpuacct:/box\n");
    write("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", quota + "\n");
    write("sys/fs/cgroup/cpu/box/cpu.cfs_period_us", "100000\n");
    assertThat(quota()).isEqualTo(cores);
  }

  private @Nullable Double quota() {
    return new CpuQuota(new SystemFiles(root)).cores();
  }

  private void write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String cpu(int processor, int socket, int core) {
    return "processor\t: %d\nmodel name\t: Quick CPU: 3000\nphysical id\t: %d\ncore id\t\t: %d\n\n"
        .formatted(processor, socket, core);
  }
}
