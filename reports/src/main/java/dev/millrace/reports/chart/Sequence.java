package dev.millrace.reports.chart;

import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Oddity;
import dev.millrace.reports.statistics.WarmUp;
import dev.millrace.reports.text.DisplayUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// The iterations of a series, fork by fork, in the unit they are shown in.
///
/// @param forks an array for each fork, of what was a number in it
record Sequence(Entry entry, String unit, List<double[]> forks, Set<Oddity> oddities) {
  private static final int FEWEST = 3;

  /// The iterations of a series; null where no fork has three.
  static @Nullable Sequence of(Entry entry, String unitInFile) {
    var inFile =
        entry.point().series().primary().forks().stream()
            .map(fork -> DoubleStream.of(fork.values()).filter(Double::isFinite).toArray())
            .filter(fork -> fork.length > 0)
            .toList();
    if (inFile.stream().noneMatch(fork -> fork.length >= FEWEST)) {
      return null;
    }
    var greatest = inFile.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
    var unit = DisplayUnit.of(unitInFile, greatest);
    var forks =
        inFile.stream()
            .map(fork -> DoubleStream.of(fork).map(value -> value * unit.factor()).toArray())
            .toList();
    return new Sequence(entry, unit.label(), forks, Oddity.of(forks.toArray(double[][]::new)));
  }

  /// Whether any fork takes iterations to settle.
  boolean isUnsettled() {
    return forks.stream().anyMatch(fork -> WarmUp.length(fork) > 0);
  }

  /// Whether there is anything to look at.
  boolean isOdd() {
    return isUnsettled() || !oddities.isEmpty();
  }

  /// How much there is to look at: the oddities first, then how far iterations are apart.
  double oddness() {
    var values = forks.stream().flatMapToDouble(Arrays::stream).toArray();
    var deviation = Math.sqrt(Mean.variance(values)) / Math.abs(Mean.of(values));
    return (isUnsettled() ? 1 : 0) + oddities.size() + (deviation < 1 ? deviation : 1);
  }

  /// What is odd, in words.
  String words() {
    return oddities.isEmpty() ? "iterations" : "iterations: " + odd();
  }

  /// What is odd, for who cannot see it.
  String sentence() {
    var said = oddities.isEmpty() ? "nothing odd" : odd();
    return entry.name() + ": " + (isUnsettled() ? said + ", settles late" : said);
  }

  private String odd() {
    return oddities.stream().map(Sequence::words).collect(Collectors.joining(", "));
  }

  private static String words(Oddity oddity) {
    return switch (oddity) {
      case RISING -> "rising";
      case FALLING -> "falling";
      case AUTOCORRELATED -> "correlated";
      case MULTIMODAL -> "multimodal";
    };
  }

  /// Every iteration and the mean of every fork.
  List<Datum> data(String panel, String quantity) {
    var numbers = new Numbers(panel, quantity, unit);
    for (var index = 0; index < forks.size(); index++) {
      var fork = forks.get(index);
      var settled = WarmUp.length(fork);
      for (var i = 0; i < fork.length; i++) {
        var what = "iteration " + (i + 1) + (i < settled ? ", not yet settled" : "");
        numbers.ofFork(entry.line(), entry.position(), what, index + 1, fork[i]);
      }
      numbers.ofFork(entry.line(), entry.position(), "mean", index + 1, Mean.of(fork));
    }
    return numbers.data();
  }
}
