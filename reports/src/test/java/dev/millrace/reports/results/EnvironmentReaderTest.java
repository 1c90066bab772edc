package dev.millrace.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.reports.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentReaderTest {
  @TempDir private Path folder;

  @Test
  void read_wholeFile_hasEveryField() {
    var environment = ResultFile.read(Fixtures.scaling()).environment();
    assertThat(environment.machine())
        .isEqualTo(
            new Environment.Machine(
                "Example CPU 2000", 2, 4, null, null, 8_589_934_592L, "Linux 6.1"));
    assertThat(environment.jvm().flags()).containsExactly("-Xmx1g");
    assertThat(environment.project()).isEqualTo(new Environment.Project("0123abc", true));
    assertThat(environment.run().command()).isEqualTo("scripts/bench.sh quick");
  }

  @Test
  void read_absentFile_isUnknown() {
    assertThat(EnvironmentReader.read(folder.resolve("environment.json")))
        .isEqualTo(Environment.UNKNOWN);
  }

  @Test
  void read_emptyObject_isUnknown() throws IOException {
    var file = Files.writeString(folder.resolve("environment.json"), "{}");
    assertThat(EnvironmentReader.read(file)).isEqualTo(Environment.UNKNOWN);
  }

  @Test
  void read_cutFile_saysSo() throws IOException {
    var file = Files.writeString(folder.resolve("environment.json"), "{\"machine\": {");
    assertThatThrownBy(() -> EnvironmentReader.read(file))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("cut short");
  }
}
