package dev.millrace.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.millrace.bench.evaluator.EvaluatorJobs;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class PeerTest {
  private static final int ITEMS = 5_300;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.millrace.bench.peer");

  static Stream<Arguments> jobsByPeer() {
    return Arrays.stream(Peers.values())
        .flatMap(peer -> peer.jobs().stream().map(job -> Arguments.of(peer, job)));
  }

  @ParameterizedTest
  @MethodSource("jobsByPeer")
  void answer_ofEveryJob_isThatOfTheLoop(Peers peer, EvaluatorJobs job) {
    for (int parallelism : new int[] {1, 3}) {
      try (Peer opened = peer.open(parallelism)) {
        PeerRun run = opened.prepare(job, ITEMS);
        assertThat(run.run()).isNotNull();
        assertThat(run.answer())
            .as("%s on %s at parallelism %d", peer, job, parallelism)
            .isEqualTo(job.job().answer(ITEMS));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void answer_jobOfNoUser_isRefused(Peers peer) {
    try (Peer opened = peer.open(1)) {
      for (EvaluatorJobs job : EnumSet.complementOf(EnumSet.copyOf(peer.jobs()))) {
        assertThatThrownBy(() -> opened.prepare(job, 10).answer())
            .as("%s", job)
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void everyPeer_isInTheRegistry() {
    Set<String> written =
        CLASSES.stream()
            .filter(type -> type.isAssignableTo(Peer.class) && !type.isInterface())
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    Set<String> registered =
        Arrays.stream(Peers.values()).map(PeerTest::typeOf).collect(Collectors.toSet());
    assertThat(written).hasSizeGreaterThan(10).isEqualTo(registered);
  }

  private static String typeOf(Peers peer) {
    try (Peer opened = peer.open(1)) {
      return opened.getClass().getSimpleName();
    }
  }
}
