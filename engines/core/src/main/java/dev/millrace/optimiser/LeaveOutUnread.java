package dev.millrace.optimiser;

import dev.millrace.plan.Step;
import java.util.List;

/// Leaves out what gives values to fields that nobody reads before they are overwritten, left out,
/// or lost in a group.
///
/// Only expressions that are total go: an error of an unread one is an error all the same. Where a
/// new field is left out, the actions up to the one that would remove it do without its column. An
/// unread field whose column must stay, because a later action sets it again in that place, is null
/// for the time being.
///
/// Beside `set` and `fill_missing`, whole actions go: `merge_fields`, `replace_values`,
/// `split_field` of a text, and `lookup` with a total key that drops nothing. All are item-wise:
/// without its last other action, a conditional would no longer give one branch after the other.
record LeaveOutUnread() implements StepRewrite {
  @Override
  public String title() {
    return "leave out unread fields";
  }

  @Override
  public String meaning() {
    return "A value that nobody reads is not made.";
  }

  @Override
  public List<Step> of(List<Step> steps, Notes notes) {
    if (steps.isEmpty()) {
      return steps;
    }
    var changes = new int[1];
    var liveness =
        new Liveness(
            steps.getLast().after(),
            (path, before, after) -> {
              changes[0]++;
              notes.changed(path, before, after);
            });
    List<Trimmed> trimmed = liveness.trimmed(steps);
    return changes[0] == 0 ? steps : Trimmed.steps(trimmed);
  }
}
