package dev.millrace.reports.chart;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.text.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place on the axis where the machine runs out of cores.
public record CoreMark(double position, String label) {
  /// The marks of a machine on an axis that counts threads; none where cores are not known.
  public static List<CoreMark> of(Environment.Machine machine, @Nullable Axis axis) {
    if (!(axis instanceof Axis.Parallelism) && !(axis instanceof Axis.JmhThreads)) {
      return List.of();
    }
    var physical = machine.physicalCores();
    var logical = machine.logicalCores();
    var marks = new ArrayList<CoreMark>();
    if (Objects.equals(physical, logical) && physical != null) {
      marks.add(new CoreMark(physical, cores(physical, "")));
    } else {
      add(marks, physical, "physical ");
      add(marks, logical, "logical ");
    }
    var quota = machine.cgroupCpuQuota();
    if (quota != null && logical != null && quota < logical) {
      marks.add(new CoreMark(quota, "quota " + Decimal.plain(quota)));
    }
    return marks;
  }

  private static void add(List<CoreMark> marks, @Nullable Integer count, String kind) {
    if (count != null) {
      marks.add(new CoreMark(count, cores(count, kind)));
    }
  }

  private static String cores(int count, String kind) {
    return count + " " + kind + (count == 1 ? "core" : "cores");
  }
}
