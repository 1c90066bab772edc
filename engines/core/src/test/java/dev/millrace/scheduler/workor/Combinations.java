package dev.millrace.scheduler.workor;

import dev.millrace.slot.Slots;
import java.util.ArrayList;
import java.util.List;

/// The two-level pipeline in every combination of hand-off policy, threads and slots.
public final class Combinations {
  private Combinations() {}

  /// Every combination.
  public static List<WorkOrScheduler> all() {
    var schedulers = new ArrayList<WorkOrScheduler>();
    for (HandOffs handOff : HandOffs.values()) {
      for (Threads threads : Threads.values()) {
        for (Slots slots : Slots.values()) {
          schedulers.add(new WorkOrScheduler(slots, handOff, threads));
        }
      }
    }
    return schedulers;
  }
}
