package dev.millrace.bench.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.rounds.GrantedRun.Script;
import dev.millrace.bench.workload.Answer;
import dev.millrace.bench.workload.WrongAnswerException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class GrantedRunTest {
  private static final RoundsFeed FEED = RoundsFeed.of(200, _ -> 50_000);

  @ParameterizedTest
  @EnumSource
  void run_anyScript_keepsWhatTheLoopKeeps(Script script) throws Exception {
    try (var granted = new GrantedRun(script, FEED)) {
      assertThat(granted.run().feed()).containsExactlyElementsOf(FEED.loop());
    }
  }

  @ParameterizedTest
  @EnumSource
  void check_otherAnswer_isRefused(Script script) throws Exception {
    try (var granted = new GrantedRun(script, FEED)) {
      assertThatThrownBy(() -> granted.check(new Answer(1, "0123456789abcdef")))
          .isInstanceOf(WrongAnswerException.class)
          .hasMessageContaining("grants " + script);
    }
  }
}
