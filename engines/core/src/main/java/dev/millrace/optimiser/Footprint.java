package dev.millrace.optimiser;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.Action.Union;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.Explode;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.Lookup;
import dev.millrace.action.ItemAction.MergeFields;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.ReplaceValues;
import dev.millrace.action.ItemAction.Sample;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.SplitField;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.action.OrderedAction.FillDown;
import dev.millrace.action.OrderedAction.Limit;
import dev.millrace.action.OrderedAction.LimitPer;
import dev.millrace.action.OrderedAction.LimitWhile;
import dev.millrace.action.OrderedAction.RowNumber;
import dev.millrace.action.OrderedAction.Scan;
import dev.millrace.action.OrderedAction.Skip;
import dev.millrace.action.OrderedAction.SkipWhile;
import dev.millrace.plan.Step;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The fields that a step needs and those that it gives values. A field that is only handed on, or
/// left out, or renamed, is neither.
///
/// @param reads the fields whose values decide what comes out
/// @param writes the fields that get values, in the step or in its branches
record Footprint(Set<String> reads, Set<String> writes) {

  /// The footprint of a step.
  static Footprint of(Step step) {
    Set<String> reads = new HashSet<>(fieldsRead(step.action()));
    StepExpressions.of(step).forEach(expression -> Parts.addFields(expression, reads));
    Set<String> writes = new HashSet<>(fieldsWritten(step.action()));
    for (List<Step> branch : step.branches()) {
      for (Step inner : branch) {
        Footprint footprint = of(inner);
        reads.addAll(footprint.reads);
        writes.addAll(footprint.writes);
      }
    }
    return new Footprint(reads, writes);
  }

  /// Whether a step neither reads nor writes what another one writes.
  boolean isApartFrom(Footprint other) {
    return Collections.disjoint(other.writes, reads) && Collections.disjoint(other.writes, writes);
  }

  /// The fields that an action reads by name.
  private static Collection<String> fieldsRead(Action action) {
    return switch (action) {
      case FillMissing(var fields) -> fields.keySet();
      case Explode(var field, _) -> List.of(field);
      case SplitField(var field, _, _) -> List.of(field);
      case MergeFields(var fields, _, _) -> fields;
      case ReplaceValues(var field, _, _) -> List.of(field);
      case FillDown(var fields) -> fields;
      case Group(var by, _) -> by;
      case CountDistinct(_, var by, _) -> by;
      case Implode(var field, _, _) -> List.of(field);
      case SetFields _,
          RemoveFields _,
          RenameFields _,
          KeepFields _,
          Filter _,
          Sample _,
          KeepListed _,
          DropListed _,
          Validate _,
          Lookup _,
          Limit _,
          LimitWhile _,
          LimitPer _,
          Skip _,
          SkipWhile _,
          RowNumber _,
          Scan _,
          Sort _,
          Top _,
          Rank _,
          Reverse _,
          Tail _,
          Deduplicate _,
          Union _,
          Conditional _ ->
          List.of();
    };
  }

  /// The fields that an action gives values.
  private static Collection<String> fieldsWritten(Action action) {
    return switch (action) {
      case SetFields(var fields) -> fields.keySet();
      case FillMissing(var fields) -> fields.keySet();
      case Explode(var field, var into) -> List.of(Objects.requireNonNullElse(into, field));
      case SplitField(_, _, var into) -> into;
      case MergeFields(_, var into, _) -> List.of(into);
      case ReplaceValues(var field, _, _) -> List.of(field);
      case Lookup(_, _, _, var take, _) -> take;
      case FillDown(var fields) -> fields;
      case RowNumber(var field, _) -> List.of(field);
      case Scan(var field, _, _) -> List.of(field);
      case Rank(var field, _, _) -> List.of(field);
      case Implode(var field, _, var into) -> List.of(Objects.requireNonNullElse(into, field));
      case Group(_, var into) -> into.keySet();
      case CountDistinct(_, _, var into) -> List.of(into);
      case RemoveFields _,
          RenameFields _,
          KeepFields _,
          Filter _,
          Sample _,
          KeepListed _,
          DropListed _,
          Validate _,
          Limit _,
          LimitWhile _,
          LimitPer _,
          Skip _,
          SkipWhile _,
          Sort _,
          Top _,
          Reverse _,
          Tail _,
          Deduplicate _,
          Union _,
          Conditional _ ->
          List.of();
    };
  }
}
