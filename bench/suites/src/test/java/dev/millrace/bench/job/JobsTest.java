package dev.millrace.bench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.io.generate.FeedGenerator;
import dev.millrace.plan.Plan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobsTest {
  @Test
  void labels_areThePipelinesAmongTheResources() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(Jobs.class.getResource("/jobs"));
    List<String> files;
    try (Stream<Path> listed = Files.list(Path.of(folder.toURI()))) {
      files = listed.map(file -> file.getFileName().toString().replace(".json", "")).toList();
    }
    assertThat(Jobs.labels()).isNotEmpty().containsExactlyInAnyOrderElementsOf(files);
  }

  @ParameterizedTest
  @EnumSource
  void actions_fitTheGeneratedFeed(Jobs job) {
    assertThat(Plan.of(job.actions(), FeedGenerator.SCHEMA).steps()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void of_label_givesTheJob(Jobs job) {
    assertThat(Jobs.of(job.label())).isEqualTo(job);
  }

  @Test
  void of_unknownLabel_throws() {
    assertThatThrownBy(() -> Jobs.of("rule"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rule");
  }

  @Test
  void scan_hasNothingToDoInParallel() {
    assertThat(Jobs.SCAN.actions()).noneMatch(action -> action.isItemWise());
  }

  @Test
  void rules_isItemWiseThroughout() {
    assertThat(Jobs.RULES.actions()).allMatch(action -> action.isItemWise());
  }
}
