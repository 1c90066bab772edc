package dev.millrace.evaluator.vectorised;

import dev.millrace.action.Action;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.evaluator.vectorised.Constituents.Constituent;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.generate.Constructs;
import dev.millrace.generate.Feeds;
import dev.millrace.plan.Plan;
import dev.millrace.plan.PlanException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A construct from a generated plan, and a part of it that is to be read from columns.
///
/// @param kind the class of the construct, or of an aggregate in it
/// @param construct an expression or an action
/// @param operand the part; null where there is none
record Subject(Class<?> kind, Object construct, @Nullable Constituent operand) {
  /// The field that an expression's values are put into.
  static final String MADE = "made";

  /// Subjects of a kind: for each part of each of some constructs one, and one for a construct
  /// without such parts.
  static List<Subject> of(Class<?> kind, int constructs) {
    List<?> samples =
        Expression.class.isAssignableFrom(kind)
            ? Constructs.samples(kind, constructs)
            : Constructs.actions(kind, constructs);
    return samples.stream().flatMap(construct -> of(kind, construct)).toList();
  }

  private static Stream<Subject> of(Class<?> kind, Object construct) {
    List<Subject> subjects =
        Constituents.of(construct).stream()
            .filter(operand -> operand.owner().equals(kind))
            .map(operand -> new Subject(kind, construct, operand))
            .filter(Subject::isRead)
            .toList();
    return subjects.isEmpty() ? Stream.of(new Subject(kind, construct, null)) : subjects.stream();
  }

  /// Whether the part names what has to be there: of texts only names of fields do.
  private boolean isRead() {
    return plan("no such field", Feeds.SCHEMA) == null;
  }

  /// The action, or one that makes a field of the expression, where the part is read from a column.
  Action reading(String column) {
    Object read = operand == null ? construct : Constituents.reading(construct, operand, column);
    return read instanceof Expression expression
        ? new SetFields(new LinkedHashMap<>(Map.of(MADE, expression)))
        : (Action) read;
  }

  /// The plan of [#reading]; null where the types do not allow it.
  @Nullable Plan plan(String column, Schema schema) {
    try {
      return Plan.of(List.of(reading(column)), schema);
    } catch (PlanException notAllowed) {
      return null;
    }
  }

  /// The name of the kind: `TextExpression.Lower`.
  static String name(Class<?> kind) {
    String name = kind.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }
}
