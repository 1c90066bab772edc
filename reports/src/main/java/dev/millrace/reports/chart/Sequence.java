package dev.millrace.reports.chart;

import dev.millrace.reports.results.Fork;
import dev.millrace.reports.statistics.Mean;
import dev.millrace.reports.statistics.Oddity;
import dev.millrace.reports.statistics.WarmUp;
import dev.millrace.reports.text.DisplayUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The iterations of a series, fork by fork, in the unit they are shown in.
///
/// @param forks those that have measured anything
/// @param oddities of what was measured
record Sequence(Entry entry, String unit, List<ForkSequence> forks, Set<Oddity> oddities) {
  private static final int FEWEST = 3;
  private static final Fork NOTHING = new Fork(List.of());

  /// The iterations of a series; null where no fork has three, warm-up included where it is known.
  static @Nullable Sequence of(Entry entry, String unitInFile) {
    var inFile = forks(entry);
    if (inFile.stream().noneMatch(fork -> fork.values().length >= FEWEST)) {
      return null;
    }
    var measured = inFile.stream().map(ForkSequence::measured).toList();
    var greatest = measured.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
    var unit = DisplayUnit.of(unitInFile, greatest);
    var forks = inFile.stream().map(fork -> fork.times(unit.factor())).toList();
    var oddities = Oddity.of(forks.stream().map(ForkSequence::measured).toArray(double[][]::new));
    return new Sequence(entry, unit.label(), forks, oddities);
  }

  private static List<ForkSequence> forks(Entry entry) {
    var series = entry.point().series();
    var rows = series.primary().rows();
    var forks = new ArrayList<ForkSequence>();
    for (var i = 0; i < rows.size(); i++) {
      var warmUp = series.warmUp().isEmpty() ? NOTHING : series.warmUp().get(i);
      forks.add(ForkSequence.of(warmUp, rows.get(i)));
    }
    return forks.stream().filter(fork -> fork.measured().length > 0).toList();
  }

  /// Whether there is any warm-up to show.
  boolean hasWarmUp() {
    return forks.stream().anyMatch(fork -> fork.warmUp() > 0);
  }

  /// What the axis of scores covers.
  ScoreSpan span() {
    return ScoreSpan.of(forks);
  }

  /// Whether any warm-up iteration lies beyond the axis.
  boolean hasBeyond() {
    var span = span();
    return forks.stream()
        .anyMatch(fork -> Arrays.stream(fork.thrownAway()).anyMatch(span::isBeyond));
  }

  /// Whether any fork settles within its warm-up.
  boolean isSettledInTime() {
    return forks.stream()
        .map(ForkSequence::settling)
        .anyMatch(settling -> settling.length() > 0 && !settling.isLate());
  }

  /// Whether measured iterations of any fork have not settled.
  boolean isUnsettled() {
    return forks.stream().map(ForkSequence::settling).anyMatch(WarmUp::isLate);
  }

  /// Whether there is anything to look at.
  boolean isOdd() {
    return isUnsettled() || !oddities.isEmpty();
  }

  /// How much there is to look at: the oddities first, then how far iterations are apart.
  double oddness() {
    var values = forks.stream().flatMapToDouble(fork -> Arrays.stream(fork.measured())).toArray();
    var deviation = Math.sqrt(Mean.variance(values)) / Math.abs(Mean.of(values));
    return (isUnsettled() ? 1 : 0) + oddities.size() + (deviation < 1 ? deviation : 1);
  }

  /// What is odd, in words; where nothing is, when it settled.
  String words() {
    if (!oddities.isEmpty()) {
      return "iterations: " + odd();
    }
    var settling = Settling.words(forks);
    return settling.isEmpty() ? "iterations" : settling;
  }

  /// What is odd and when it settled, for who cannot see it.
  String sentence() {
    var said = oddities.isEmpty() ? "nothing odd" : odd();
    var settling = Settling.words(forks);
    return entry.name() + ": " + (settling.isEmpty() ? said : said + ", " + settling);
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
      var settled = fork.settling().length();
      for (var i = 0; i < fork.values().length; i++) {
        var what = name(i, fork.warmUp()) + (i < settled ? ", not yet settled" : "");
        numbers.ofFork(entry.line(), entry.position(), what, index + 1, fork.values()[i]);
      }
      numbers.ofFork(entry.line(), entry.position(), "mean", index + 1, fork.mean());
    }
    return numbers.data();
  }

  private static String name(int i, int warmUp) {
    return i < warmUp ? "warm-up " + (i + 1) : "iteration " + (i - warmUp + 1);
  }
}
