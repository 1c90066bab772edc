package dev.millrace.evaluator.tiered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RaceTest {
  private static final int BATCHES = 1_000;
  private static final int ITEMS = 1_000;

  /// How many of many batches go the second way.
  private static int seconds(Race race, long firstNanos, long secondNanos) {
    int seconds = 0;
    for (int i = 0; i < BATCHES; i++) {
      boolean isSecond = race.picksSecond();
      seconds += isSecond ? 1 : 0;
      race.note(isSecond, ITEMS, isSecond ? secondNanos : firstNanos);
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
  void picksSecond_afterManyBatches_triesTheOtherMoreRarely() {
    var race = new Race();
    int early = seconds(race, 20, 100);
    int late = 0;
    for (int i = 0; i < 10; i++) {
      late = seconds(race, 20, 100);
    }
    assertThat(late).isBetween(1, early / 5);
  }

  @Test
  void picksSecond_secondBecomesFaster_changesOver() {
    var race = new Race();
    seconds(race, 20, 100);
    seconds(race, 20, 5);
    assertThat(seconds(race, 20, 5)).isGreaterThan(900);
  }

  @Test
  void picksSecond_nothingMeasured_goesTheSecondWayFirst() {
    assertThat(new Race().picksSecond()).isTrue();
  }

  /// As long as code is interpreted, its time says nothing of what it will take.
  @Test
  void picksSecond_firstBatchesOfTheSecondAreSlow_changesOverAllTheSame() {
    var race = new Race();
    for (int i = 0; i < 16; i++) {
      assertThat(race.picksSecond()).isTrue();
      race.note(true, ITEMS, 1_000_000);
    }
    assertThat(seconds(race, 100, 20)).isGreaterThan(900);
  }

  @Test
  void picksSecond_oneBatchWasInterrupted_staysWithTheFaster() {
    var race = new Race();
    seconds(race, 100, 50);
    race.note(true, ITEMS, 400);
    assertThat(seconds(race, 100, 50)).isGreaterThan(900);
  }

  @Test
  void picksSecond_tinyBatches_hardlyCount() {
    var race = new Race();
    seconds(race, 100, 50);
    race.note(true, 1, 100);
    assertThat(seconds(race, 100, 50)).isGreaterThan(900);
  }
}
