package dev.millrace.reports.doctor;

import dev.millrace.reports.gate.Judgement;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.results.Metric;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One measure of one series, which the gate has to judge, on both sides.
record Trial(Judgement.Subject subject, Measure measure, Metric before, Metric after) {

  /// All that the gate has to judge.
  static List<Trial> of(Sides sides, List<Measure> measures) {
    var trials = new ArrayList<Trial>();
    var olds = sides.baseline().series();
    var news = sides.candidate().series();
    for (var i = 0; i < olds.size(); i++) {
      for (var measure : measures) {
        var trial = of(measure, olds.get(i), news.get(i));
        if (trial != null) {
          trials.add(trial);
        }
      }
    }
    return trials;
  }

  private static @Nullable Trial of(Measure measure, Series old, Series fresh) {
    var before = measure.of(old);
    var after = measure.of(fresh);
    return before == null || after == null
        ? null
        : new Trial(new Judgement.Subject(old.identity(), measure.name()), measure, before, after);
  }

  /// The right verdict where the cost is that many times as high.
  Verdict right(double factor) {
    if (Math.abs(Math.log(factor)) <= Math.log1p(measure.margin().fraction())) {
      return Verdict.PASS;
    }
    return factor > 1 ? Verdict.REGRESSED : Verdict.IMPROVED;
  }
}
