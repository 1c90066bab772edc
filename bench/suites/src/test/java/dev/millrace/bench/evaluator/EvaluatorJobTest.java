package dev.millrace.bench.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.Engines;
import dev.millrace.bench.workload.Answer;
import dev.millrace.engine.RunOptions;
import dev.millrace.engine.RunResult;
import dev.millrace.feed.Feed;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluatorJobTest {
  private static final int ITEMS = 2_500;
  private static final int MANY = 40_000;

  static Stream<Arguments> jobsByEngine() {
    return Arrays.stream(EvaluatorJobs.values())
        .flatMap(job -> Arrays.stream(Engines.values()).map(engine -> Arguments.of(job, engine)));
  }

  @ParameterizedTest
  @MethodSource("jobsByEngine")
  void plan_byEveryEngineOverEitherStorage_givesTheAnswerOfTheLoop(
      EvaluatorJobs job, Engines engine) throws InterruptedException {
    Answer expected = job.job().answer(ITEMS);
    Feed feed = job.job().feed(ITEMS);
    assertThat(answer(job, engine, feed)).isEqualTo(expected);
    assertThat(answer(job, engine, feed.compact())).isEqualTo(expected);
  }

  private static Answer answer(EvaluatorJobs job, Engines engine, Feed feed)
      throws InterruptedException {
    RunResult result = engine.engine().run(job.job().checkedPlan(), feed, RunOptions.parallel(2));
    return Answer.of(result.feed());
  }

  @ParameterizedTest
  @EnumSource
  void tunedLoop_checksItsAnswer_andKeepsWhatTheJobSays(EvaluatorJobs job) {
    int out = job.job().tunedLoop(MANY).results().size();
    assertThat((double) out / MANY).isCloseTo(job.job().kept(MANY), within(0.012));
  }

  @ParameterizedTest
  @EnumSource
  void handLoop_isThatOfTheAnswer(EvaluatorJobs job) {
    assertThat(job.job().handLoop(ITEMS).get()).hasSize((int) job.job().answer(ITEMS).items());
    assertThat(job.job().question()).endsWith(".");
  }

  @ParameterizedTest
  @EnumSource(names = {"J1", "J2", "J7"})
  void itemSteps_oneByOne_giveTheAnswerOfTheLoop(EvaluatorJobs job) {
    switch (job.job()) {
      case CheapNumbers numbers -> assertSteps(numbers, numbers);
      case TextRules rules -> assertSteps(rules, rules);
      case CheapRules rules -> assertSteps(rules, rules);
      default -> throw new AssertionError(job + " has no steps");
    }
  }

  private static <R, S, O> void assertSteps(EvaluatorJob<R, O> job, ItemSteps<R, S, O> steps) {
    Stream<O> out =
        job.table().rows(ITEMS).stream().map(steps::before).filter(steps::keep).map(steps::after);
    assertThat(job.answer(out.toList())).isEqualTo(job.answer(ITEMS));
  }

  @Test
  void products_keysAndGroups_areAsManyAsSaid() {
    var rows = new Products().rows(MANY);
    assertThat(rows.stream().map(Product::brand).distinct()).hasSize(Products.BRANDS);
    assertThat(rows.stream().map(Product::category).distinct()).hasSize(24);
    assertThat((double) rows.stream().map(Product::sku).distinct().count() / MANY)
        .isCloseTo(0.35, within(0.01));
    assertThat((double) rows.stream().map(Product::title).distinct().count() / MANY)
        .isGreaterThan(0.95);
  }
}
