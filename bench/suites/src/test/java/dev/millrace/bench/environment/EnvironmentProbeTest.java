package dev.millrace.bench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnvironmentProbeTest {
  @TempDir Path folder;

  @Test
  void probe_here_writesTheKeysThatReadersKnow() throws IOException {
    Path file = folder.resolve("environment.json");
    RecordJson.write(
        file, EnvironmentProbe.probe(List.of("-Xmx1g"), 1_000, "bench quick", List.of("quick")));
    JsonNode json = new JsonMapper().readTree(Files.readString(file));
    assertThat(json.propertyNames())
        .containsExactly("format", "machine", "jvm", "project", "run", "checks");
    assertThat(json.get("format").stringValue()).isEqualTo("millrace-environment/1");
    assertThat(json.get("machine").propertyNames())
        .containsExactly(
            "cpuModel",
            "physicalCores",
            "logicalCores",
            "cgroupCpuQuota",
            "governor",
            "memoryBytes",
            "os");
    assertThat(json.get("jvm").propertyNames())
        .containsExactly("version", "vendor", "name", "flags");
    assertThat(json.at("/jvm/flags/0").stringValue()).isEqualTo("-Xmx1g");
    assertThat(json.get("project").propertyNames()).containsExactly("commit", "modified");
    assertThat(json.get("run").propertyNames())
        .containsExactly("command", "arguments", "startedAt", "blackholes");
    assertThat(json.at("/run/command").stringValue()).isEqualTo("bench quick");
    assertThat(json.at("/run/arguments/0").stringValue()).isEqualTo("quick");
    assertThat(json.get("checks").valueStream().map(each -> each.get("name").stringValue()))
        .containsExactly(
            "cores", "threads", "governor", "turbo", "load", "swap", "jvms", "clock", "steal");
    assertThat(json.at("/checks/1/verdict").stringValue()).isEqualTo("warn");
    assertThat(json.at("/checks/1/finding").stringValue()).startsWith("up to 1000 threads on ");
    assertThat(Instant.parse(json.at("/run/startedAt").stringValue())).isBefore(Instant.now());
  }

  @Test
  void project_outsideAnyWorkingTree_isUnknown() {
    Environment.Project project = new GitProbe(folder).project();
    assertThat(project).isEqualTo(new Environment.Project(null, null));
  }
}
