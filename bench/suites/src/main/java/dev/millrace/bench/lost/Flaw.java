package dev.millrace.bench.lost;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The one way in which an engine is bad.
public enum Flaw {
  /// None: equal chunks that nobody waits for. The control.
  FAIR,
  /// The first tenth of the items are done before the other workers begin: they are idle for a
  /// tenth of the work.
  SERIAL_PART,
  /// One chunk, the first, has three quarters of the items: who does not have it is idle.
  UNEQUAL_CHUNKS,
  /// Each item makes objects, which are kept to the end of its chunk. A collection has to copy the
  /// objects of all chunks that are under way, so that it costs twice as much with two workers.
  ALLOCATION_STORM,
  /// Three fifths of a chunk are done under a lock for which the others wait by asking again and
  /// again: CPU time of the program that does nothing.
  SPINNING_LOCK;

  /// The name that users type: `serial-part` for `SERIAL_PART`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The flaw of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Flaw of(String label) {
    List<Flaw> found = Arrays.stream(values()).filter(flaw -> flaw.label().equals(label)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no engine named '" + label + "'");
    }
    return found.getFirst();
  }
}
