package dev.millrace.reports.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

final class NaturalOrderTest {
  private static final List<String> ORDERED =
      List.of(
          "",
          "1.json",
          "02.json",
          "2.json",
          "10.json",
          "99999999999999999999.json",
          "a",
          "a/b",
          "run-9",
          "run-10",
          "run-10a",
          "run-10b2",
          "run-10b10");

  @RepeatedTest(20)
  void compare_shuffled_comesBack(RepetitionInfo info) {
    var names = new ArrayList<>(ORDERED);
    Collections.shuffle(names, new Random(info.getCurrentRepetition()));
    names.sort(NaturalOrder.COMPARATOR);
    assertThat(names).isEqualTo(ORDERED);
  }
}
