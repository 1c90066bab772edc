package dev.millrace.io.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.optimiser.Rewrite;
import dev.millrace.optimiser.Rewrites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/optimiser.md` has every rewrite, in the order in which they are tried.
class OptimiserDocTest {
  private static final Path PAGE =
      Path.of(System.getProperty("millrace.root"), "docs", "optimiser.md");

  @Test
  void page_table_hasEveryRewriteInOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| rewrite "))
            .map(line -> line.substring(0, line.indexOf(" | ", line.indexOf(" | ") + 1)))
            .toList();
    assertThat(rows).containsExactlyElementsOf(Rewrites.all().stream().map(this::row).toList());
  }

  private String row(Rewrite rewrite) {
    return "| " + rewrite.title() + " | " + rewrite.meaning();
  }
}
