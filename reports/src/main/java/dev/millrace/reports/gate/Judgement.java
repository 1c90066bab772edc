package dev.millrace.reports.gate;

import dev.millrace.reports.results.Identity;
import org.jspecify.annotations.Nullable;

/// The verdict on one measure of one series, and what it rests on.
///
/// @param metric the name of the [Measure]
/// @param evidence null when nothing could be compared
/// @param reason why the verdict is not a plain one; empty when the numbers say it all
public record Judgement(
    Identity identity, String metric, Verdict verdict, @Nullable Evidence evidence, String reason) {

  /// A verdict on the whole series, without numbers.
  static Judgement without(Identity identity, Verdict verdict, String reason) {
    return new Judgement(identity, Measure.WALL, verdict, null, reason);
  }

  /// The same series with another verdict.
  public Judgement as(Verdict other, String why) {
    return new Judgement(identity, metric, other, evidence, why);
  }

  /// One line that tells it from its neighbours; the score is not named.
  public String label() {
    var label = identity.label();
    return metric.equals(Measure.WALL) ? label : Words.plain(metric) + " of " + label;
  }

  /// What it is about: two judgements of one comparison never share it.
  public Subject subject() {
    return new Subject(identity, metric);
  }

  /// A series and what is judged of it.
  ///
  /// @param metric the name of the [Measure]
  public record Subject(Identity identity, String metric) {}
}
