package dev.millrace.bench.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.workload.Task;
import dev.millrace.bench.workload.WrongAnswerException;
import dev.millrace.engine.Chunking;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.pipeline.StreamStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsFeedTest {
  private static final RoundsFeed FEED = RoundsFeed.of(1_000, row -> 1 + row % 7);

  @Test
  void loop_someItems_keepsMostButNotAll() {
    assertThat(FEED.loop()).hasSizeBetween(900, 999);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000})
  void run_anyChunk_keepsWhatTheLoopKeeps(int chunk) throws InterruptedException {
    RunOptions options = RunOptions.parallel(3).with(new Chunking.Fixed(chunk));
    RunResult result = FEED.task(WorkOr.scheduler(), options).run();
    assertThat(result.feed()).containsExactlyElementsOf(FEED.loop());
  }

  @Test
  void task_stageThatKeepsAll_isAWrongAnswer() {
    assertThatThrownBy(
            () -> FEED.task(StreamStage.IDENTITY, WorkOr.scheduler(), RunOptions.parallel(2)))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessageContaining("got 1000 items");
  }

  @Test
  void check_otherRounds_isAWrongAnswer() throws InterruptedException {
    RoundsFeed longer = RoundsFeed.of(1_000, row -> 2 + row % 7);
    Task task = FEED.task(WorkOr.scheduler(), RunOptions.parallel(1));
    assertThatThrownBy(() -> task.check(longer.answer())).isInstanceOf(WrongAnswerException.class);
  }
}
