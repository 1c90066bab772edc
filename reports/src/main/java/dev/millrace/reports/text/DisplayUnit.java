package dev.millrace.reports.text;

import java.util.List;

/// The unit numbers are shown in: a label, and what a number of the file is multiplied with.
///
/// Times become ns, us, ms or s, bytes B to GB (powers of 1,000), throughput the like, so that the
/// greatest number shown has one to three digits before the point. Other units stay as they are.
public record DisplayUnit(String label, double factor) {
  private static final List<Scale> SCALES =
      List.of(new Scale("ns", 1), new Scale("us", 1e3), new Scale("ms", 1e6), new Scale("s", 1e9));
  private static final List<Size> BYTES =
      List.of(new Size("B", 1), new Size("kB", 1e3), new Size("MB", 1e6), new Size("GB", 1e9));
  private static final List<Scale> SLOW_SCALES =
      List.of(new Scale("min", 60e9), new Scale("hr", 3600e9), new Scale("day", 86_400e9));

  /// A unit of time and its length in nanoseconds.
  private record Scale(String label, double nanoseconds) {}

  /// A unit of memory and how many bytes it is.
  private record Size(String label, double size) {}

  /// The unit to show numbers in.
  ///
  /// @param unit the unit in the file, as `ms/op` or `ops/s`
  /// @param greatest the greatest number to show, in that unit
  public static DisplayUnit of(String unit, double greatest) {
    var slash = unit.indexOf('/');
    if (slash < 0 || !(greatest > 0) || !Double.isFinite(greatest)) {
      return new DisplayUnit(unit, 1);
    }
    var above = unit.substring(0, slash);
    var below = unit.substring(slash + 1);
    if (above.equals("B")) {
      return bytes(below, greatest);
    }
    if (below.equals("op")) {
      return time(above, greatest);
    }
    return above.equals("ops") ? rate(below, greatest) : new DisplayUnit(unit, 1);
  }

  /// The length of the unit of time in a unit such as `ms/op` or `ops/s`, in nanoseconds; 0 when
  /// there is none.
  public static double nanosecondsOf(String unit) {
    var slash = unit.indexOf('/');
    if (slash < 0) {
      return 0;
    }
    var isTime = unit.endsWith("/op");
    return nanoseconds(isTime ? unit.substring(0, slash) : unit.substring(slash + 1));
  }

  private static DisplayUnit bytes(String below, double greatest) {
    var best = BYTES.getFirst();
    for (var each : BYTES) {
      best = greatest >= each.size() ? each : best;
    }
    return new DisplayUnit(best.label() + "/" + below, 1 / best.size());
  }

  private static DisplayUnit time(String unit, double greatest) {
    var length = nanoseconds(unit);
    if (length == 0) {
      return new DisplayUnit(unit + "/op", 1);
    }
    var best = SCALES.getFirst();
    for (var each : SCALES) {
      best = greatest * length / each.nanoseconds() >= 1 ? each : best;
    }
    return new DisplayUnit(symbol(best.label()) + "/op", factor(length, best.nanoseconds()));
  }

  private static DisplayUnit rate(String unit, double greatest) {
    var length = nanoseconds(unit);
    if (length == 0) {
      return new DisplayUnit("ops/" + unit, 1);
    }
    var best = SCALES.getLast();
    for (var each : SCALES.reversed()) {
      best = greatest * each.nanoseconds() / length >= 1 ? each : best;
    }
    return new DisplayUnit("ops/" + symbol(best.label()), factor(best.nanoseconds(), length));
  }

  private static double factor(double above, double below) {
    return above / below;
  }

  private static String symbol(String label) {
    return label.equals("us") ? "µs" : label;
  }

  /// The length of a unit of time in nanoseconds; 0 when it is none.
  public static double nanoseconds(String unit) {
    for (var scales : List.of(SCALES, SLOW_SCALES)) {
      for (var each : scales) {
        if (each.label().equals(unit)) {
          return each.nanoseconds();
        }
      }
    }
    return 0;
  }
}
