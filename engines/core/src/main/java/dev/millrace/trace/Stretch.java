package dev.millrace.trace;

import dev.millrace.expression.Construct;
import dev.millrace.plan.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The steps of a plan that units of one kind do: those through which a chunk goes in one unit, and
/// the one that ends the segment, if any, to which also the units belong that follow.
///
/// @param number counts the stretches of a plan, from 0; [#WHOLE] for all of a plan
/// @param items the item-wise steps
/// @param seam the step that ends the segment; null when nothing does
public record Stretch(int number, List<Step> items, @Nullable Step seam) {
  /// The number of the stretch that is a whole plan.
  public static final int WHOLE = -1;

  private static final int MOST_NAMED = 4;

  /// Copies the steps.
  public Stretch {
    items = List.copyOf(items);
  }

  /// What a unit of a chunk does, in a few words.
  String ofChunk() {
    String named =
        items.stream().limit(MOST_NAMED).map(Stretch::name).collect(Collectors.joining(", "));
    String all = items.size() <= MOST_NAMED ? named : named + ", ... " + items.size() + " actions";
    if (seam == null) {
      return items.isEmpty() ? "items" : all;
    }
    return items.isEmpty() ? name(seam) + ": a chunk" : all + " -> " + name(seam);
  }

  /// What a unit that follows from chunks does, in a few words.
  String ofSeam() {
    return seam == null ? "items" : name(seam);
  }

  private static String name(Step step) {
    return Construct.name(step.action().getClass());
  }
}
