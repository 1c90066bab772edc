package dev.millrace.jmh;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a thread of the JVM itself is for, as its name in HotSpot tells. Linux keeps the first 15
/// characters of a name.
enum JvmRole {
  /// Collects garbage. The VM thread is one of them: it stops the program for collections, and does
  /// all the work of a collector that has no threads of its own.
  GC(
      "GC Thread#",
      "G1 Main Marker",
      "G1 Conc#",
      "G1 Refine#",
      "G1 Service",
      "ZWorker",
      "ZDriverM",
      "ZDirector",
      "ZStat",
      "ZUncommitter",
      "RuntimeWorker#",
      "Shenandoah GC T",
      "Shenandoah Cont",
      "StringDedupProc",
      "VM Thread"),
  /// Compiles bytecode while the program runs.
  JIT("C1 CompilerThre", "C2 CompilerThre", "JVMCI CompilerT"),
  /// Keeps house: references, signals, monitors, timers.
  OTHER(
      "Reference Handl",
      "Finalizer",
      "Common-Cleaner",
      "Signal Dispatch",
      "Service Thread",
      "Monitor Deflati",
      "Notification Th",
      "VM Periodic Tas",
      "Attach Listener");

  private final List<String> names;

  JvmRole(String... names) {
    this.names = List.of(names);
  }

  /// What results call it, such as `gc`.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of a thread of a name; null for a thread of the program.
  static @Nullable JvmRole ofThread(String name) {
    for (JvmRole role : values()) {
      if (role.names.stream().anyMatch(name::startsWith)) {
        return role;
      }
    }
    return null;
  }
}
