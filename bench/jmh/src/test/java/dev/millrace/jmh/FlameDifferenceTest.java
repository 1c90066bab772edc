package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameDifferenceTest {
  @TempDir Path folder;

  @Test
  void write_twoProfiles_comparesWhatAnOperationCosts() throws IOException {
    var base = profile("base", "main;read 10\nmain;parse 10\n", 1_000);
    var other = profile("other", "main;read 30\nmain;check 10\n", 2_000);
    Path html = folder.resolve("difference.html");
    FlameDifference.write(base, other, "other against base", html);
    assertThat(html)
        .content()
        .contains("<h1>other against base</h1>")
        .contains(",2000)") // all
        .contains("d=1000\n") // read: 1,500 for 500
        .contains("d=U\n"); // check
  }

  private FlameDifference.Profile profile(String name, String stacks, double nanos)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".collapsed"), stacks);
    return new FlameDifference.Profile(file, nanos);
  }
}
