package dev.millrace.reports.scaling;

import dev.millrace.reports.results.Series;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the core time that an operation holds goes to, and what more of it at more workers means.
public enum Use {
  /// Nothing ran: too little parallel work, unequal pieces, waiting for one another.
  IDLE("idle", null),
  /// Nothing could run: there are more workers than the machine has cores.
  LACKING("without a core", null),
  /// The collector: its CPU time, and what stood still while it had stopped the program.
  GC("GC", "gc"),
  /// The compiler of bytecode.
  JIT("JIT", "jit"),
  /// The program's own threads: at more workers than one, work that one would not have, such as
  /// spinning, waiting for memory, or shared caches.
  WORK("inflated work", "mutator"),
  /// The JVM's other threads.
  OTHER("other JVM threads", "other"),
  /// CPU time that nobody told apart.
  UNTOLD("added CPU time, not told apart", null);

  private final String words;
  private final @Nullable String part;

  Use(String words, @Nullable String part) {
    this.words = words;
    this.part = part;
  }

  /// A copy in the order of the uses that nobody changes.
  static Map<Use, Double> copy(Map<Use, Double> numbers) {
    var copy = new EnumMap<Use, Double>(Use.class);
    copy.putAll(numbers);
    return Collections.unmodifiableMap(copy);
  }

  /// What it is called as a loss.
  public String words() {
    return words;
  }

  /// The secondary metric that measures it; null when it is what others leave.
  @Nullable String metric() {
    return part == null ? null : Series.CPU + "." + part;
  }
}
