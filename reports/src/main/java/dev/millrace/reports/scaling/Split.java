package dev.millrace.reports.scaling;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the core time of more workers went, as shares of all that they held.
///
/// `kept` is the efficiency, speed-up / workers. What is lost is what the operation holds more than
/// on one worker, use by use; a share below 0 was gained. `kept` and all that is lost add up to 1.
///
/// The three factors multiply to `kept` (Rosas, Giménez and Labarta, "Scalability prediction for
/// fundamental performance factors", 2014, for CPU time in place of instructions): `S(n)/n =
/// CPU(n)/(n·Wall(n)) × CPU(1)/CPU(n) × Wall(1)/CPU(1)`.
///
/// @param held what all workers held for one operation, in nanoseconds of core time
/// @param lost empty when the CPU time of either was not measured
/// @param factors null when the CPU time of either was not measured
public record Split(double held, double kept, Map<Use, Double> lost, @Nullable Factors factors) {
  public Split {
    lost = Use.copy(lost);
  }

  /// The efficiency as a product.
  ///
  /// @param utilisation the share of the time held in which CPU time was used
  /// @param workEfficiency the CPU time at one worker over that at more
  /// @param serialBaseline the wall time at one worker over its CPU time
  public record Factors(double utilisation, double workEfficiency, double serialBaseline) {}

  /// The split of some workers' time, compared with that of one.
  public static Split of(CoreTime one, CoreTime more) {
    var kept = one.held() / more.held();
    var lost = new EnumMap<Use, Double>(Use.class);
    if (one.uses().isEmpty() || more.uses().isEmpty()) {
      return new Split(more.held(), kept, lost, null);
    }
    var base = one.comparableWith(more).uses();
    more.comparableWith(one)
        .uses()
        .forEach((use, time) -> lost.put(use, (time - base.getOrDefault(use, 0.0)) / more.held()));
    var factors = new Factors(more.utilisation(), one.cpu() / more.cpu(), one.held() / one.cpu());
    return new Split(more.held(), kept, lost, factors);
  }

  /// The use with the greatest loss; null when nothing is lost, or it was not measured.
  public @Nullable Use greatest() {
    return lost.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
