package dev.millrace.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.evaluator.EvaluatorJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final int ITEMS = 900;

  @TempDir Path folder;

  @Test
  void main_folder_getsRowsAndAnswersOfBothJobs() throws IOException {
    Export.main(folder.toString(), Integer.toString(ITEMS));
    for (EvaluatorJobs job : new EvaluatorJobs[] {EvaluatorJobs.J1, EvaluatorJobs.J2}) {
      assertThat(Files.readAllLines(folder.resolve(job + ".rows"))).hasSize(ITEMS);
      assertThat(Files.readAllLines(folder.resolve(job + ".expected")))
          .hasSize((int) job.job().answer(ITEMS).items());
    }
    assertThat(Files.readAllLines(folder.resolve("J2.rows")))
        .allMatch(line -> line.split("\t", -1).length == 7);
    assertThat(Files.readAllLines(folder.resolve("J2.expected")))
        .allMatch(line -> line.matches("\\d+(\t[^\t]+){5}\t\\d+\t\\w+ \\d+(\\.\\d?[1-9])?"));
  }
}
