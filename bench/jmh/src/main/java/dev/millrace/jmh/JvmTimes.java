package dev.millrace.jmh;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// CPU time of the JVM's own threads, up to one moment.
///
/// @param roles the roles whose time is known here
/// @param threads what each thread of such a role has used, by its number in the system
record JvmTimes(Set<JvmRole> roles, Map<Long, Spent> threads) {

  /// What one thread has used.
  ///
  /// @param role what it is for
  /// @param nanos its CPU time in nanoseconds
  record Spent(JvmRole role, long nanos) {
    /// All of it for a thread that is new, be its number an old one.
    private long since(@Nullable Spent before) {
      return before == null || before.nanos > nanos ? nanos : nanos - before.nanos;
    }
  }

  /// Nanoseconds that each role used between an earlier moment and this one. A thread that has
  /// ended meanwhile is not in it.
  Map<JvmRole, Long> since(JvmTimes earlier) {
    var used = new EnumMap<JvmRole, Long>(JvmRole.class);
    roles.forEach(role -> used.put(role, 0L));
    threads.forEach(
        (thread, now) -> used.merge(now.role(), now.since(earlier.threads.get(thread)), Long::sum));
    return used;
  }
}
