package dev.millrace.reports.scaling;

import dev.millrace.reports.scaling.CoreTime.Workers;
import java.util.EnumMap;
import java.util.SplittableRandom;

/// Draws core times of every kind: idle and overloaded, told apart, in part, or not at all.
final class GeneratedTime {
  private GeneratedTime() {}

  static CoreTime of(SplittableRandom random) {
    var workers = new Workers(1 + random.nextInt(16), random.nextBoolean() ? 4 : 64);
    var wall = Math.exp(random.nextDouble() * 20);
    var cpu = random.nextInt(8) == 0 ? Double.NaN : workers.count() * wall * random.nextDouble(1.4);
    var parts = new EnumMap<Use, Double>(Use.class);
    var left = cpu;
    for (var use : new Use[] {Use.GC, Use.JIT, Use.OTHER, Use.WORK}) {
      if (random.nextInt(4) > 0) {
        var part = use == Use.WORK && parts.size() == 3 ? left : left * random.nextDouble();
        parts.put(use, part);
        left -= part;
      }
    }
    var pause = random.nextBoolean() ? wall * random.nextDouble() : Double.NaN;
    return CoreTime.of(workers, wall, new CoreTime.Known(cpu, pause, parts));
  }
}
