package dev.millrace.evaluator.tiered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RaceTest {
  private static final int BATCHES = 1_000;

  /// How many of many batches go the second way.
  private static int seconds(Race race, long firstNanos, long secondNanos) {
    int seconds = 0;
    for (int i = 0; i < BATCHES; i++) {
      boolean isSecond = race.picksSecond();
      seconds += isSecond ? 1 : 0;
      race.note(isSecond, 10, isSecond ? secondNanos : firstNanos);
    }
    return seconds;
  }

  @Test
  void picksSecond_secondIsFaster_goesThatWayButForATryNowAndThen() {
    assertThat(seconds(new Race(), 100, 20)).isBetween(900, BATCHES - 1);
  }

  @Test
  void picksSecond_firstIsFaster_goesThatWayButForATryNowAndThen() {
    assertThat(seconds(new Race(), 20, 100)).isBetween(1, 100);
  }

  @Test
  void picksSecond_secondBecomesFaster_changesOver() {
    var race = new Race();
    seconds(race, 20, 100);
    seconds(race, 20, 5);
    assertThat(seconds(race, 20, 5)).isGreaterThan(900);
  }

  @Test
  void picksSecond_nothingMeasured_triesTheSecondFirst() {
    assertThat(new Race().picksSecond()).isTrue();
  }
}
