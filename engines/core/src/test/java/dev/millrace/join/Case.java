package dev.millrace.join;

import dev.millrace.action.Aggregate;
import dev.millrace.action.AggregateAction;
import dev.millrace.action.AggregateAction.CountDistinct;
import dev.millrace.action.AggregateAction.Deduplicate;
import dev.millrace.action.AggregateAction.Group;
import dev.millrace.action.AggregateAction.Implode;
import dev.millrace.action.AggregateAction.Keep;
import dev.millrace.action.AggregateAction.NullOrder;
import dev.millrace.action.AggregateAction.Rank;
import dev.millrace.action.AggregateAction.Reverse;
import dev.millrace.action.AggregateAction.Sort;
import dev.millrace.action.AggregateAction.SortKey;
import dev.millrace.action.AggregateAction.SortOrder;
import dev.millrace.action.AggregateAction.Tail;
import dev.millrace.action.AggregateAction.Top;
import dev.millrace.expression.BasicExpression.Field;
import dev.millrace.expression.Expression;
import dev.millrace.value.Decimal;
import dev.millrace.value.ListValue;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// An aggregating action over the fields `id` and `key`, and what it gives, said once more in the
/// plainest words: a function of the list of all rows. `id` tells the rows apart and numbers them.
///
/// @param action the action
/// @param reference the rows that come out of a list of rows `[id, key]`
record Case(AggregateAction action, Function<List<List<Value>>, List<List<Value>>> reference) {
  private static final Expression ID = new Field("id");
  private static final Expression KEY = new Field("key");

  /// A case of each aggregating action, and of each of its meanings.
  static List<Case> all() {
    return Stream.of(sorts(), groups(), deduplicates()).flatMap(List::stream).toList();
  }

  private static List<Case> sorts() {
    List<SortKey> up = List.of(new SortKey(KEY, null, null));
    List<SortKey> down = List.of(new SortKey(KEY, SortOrder.DESCENDING, NullOrder.LAST));
    return List.of(
        new Case(new Sort(up), rows -> sorted(rows, ascending())),
        new Case(new Sort(down), rows -> sorted(rows, descending())),
        new Case(new Top(0, up), _ -> List.of()),
        new Case(new Top(5, up), rows -> first(5, sorted(rows, ascending()))),
        new Case(new Top(40, down), rows -> first(40, sorted(rows, descending()))),
        new Case(new Rank("rank", up, null), rows -> ranked(rows, false)),
        new Case(new Rank("rank", up, true), rows -> ranked(rows, true)),
        new Case(new Reverse(), List::reversed),
        new Case(new Tail(7), rows -> first(7, rows.reversed()).reversed()));
  }

  private static List<Case> groups() {
    var into = new LinkedHashMap<String, Aggregate>();
    into.put("items", new Aggregate.Count(ID));
    into.put("ids", new Aggregate.Implode(ID));
    return List.of(
        new Case(
            new Group(List.of("key"), into),
            rows ->
                byKey(
                    rows,
                    members -> List.of(members.getFirst().get(1), count(members), ids(members)))),
        new Case(
            new Group(List.of(), into),
            rows -> rows.isEmpty() ? List.of() : List.of(List.of(count(rows), ids(rows)))),
        new Case(
            new CountDistinct(ID, List.of("key"), "ids"),
            rows -> byKey(rows, members -> List.of(members.getFirst().get(1), count(members)))),
        new Case(
            new Implode("id", List.of(KEY), null),
            rows -> byKey(rows, members -> List.of(ids(members), members.getFirst().get(1)))));
  }

  private static List<Case> deduplicates() {
    return List.of(
        new Case(deduplicate(Keep.FIRST), rows -> kept(rows, List::getFirst)),
        new Case(deduplicate(Keep.LAST), rows -> kept(rows, List::getLast)),
        new Case(deduplicate(Keep.MIN), rows -> kept(rows, List::getFirst)),
        new Case(deduplicate(Keep.MAX), rows -> kept(rows, List::getLast)),
        new Case(
            deduplicate(Keep.NONE),
            rows -> rows.stream().filter(row -> members(rows, row).size() == 1).toList()));
  }

  private static Deduplicate deduplicate(Keep keep) {
    Expression of = keep == Keep.MIN || keep == Keep.MAX ? ID : null;
    return new Deduplicate(List.of(KEY), keep, of);
  }

  private static Comparator<List<Value>> ascending() {
    return Comparator.comparing(row -> row.get(1));
  }

  private static Comparator<List<Value>> descending() {
    Comparator<List<Value>> nullsLast = Comparator.comparing(row -> row.get(1).isNull());
    return nullsLast.thenComparing(ascending().reversed());
  }

  private static List<List<Value>> sorted(List<List<Value>> rows, Comparator<List<Value>> order) {
    return rows.stream().sorted(order).toList();
  }

  private static List<List<Value>> first(int count, List<List<Value>> rows) {
    return rows.subList(0, Math.min(count, rows.size()));
  }

  private static List<List<Value>> ranked(List<List<Value>> rows, boolean dense) {
    return rows.stream()
        .map(row -> {
          Stream<Value> before =
              rows.stream().map(other -> other.get(1)).filter(key -> key.compareTo(row.get(1)) < 0);
          long rank = 1 + (dense ? before.distinct() : before).count();
          return List.of(row.get(0), row.get(1), Decimal.of(rank));
        })
        .toList();
  }

  private static List<List<Value>> kept(
      List<List<Value>> rows, Function<List<List<Value>>, List<Value>> which) {
    return rows.stream().filter(row -> which.apply(members(rows, row)).equals(row)).toList();
  }

  private static List<List<Value>> members(List<List<Value>> rows, List<Value> row) {
    return rows.stream().filter(other -> other.get(1).equals(row.get(1))).toList();
  }

  private static List<List<Value>> byKey(
      List<List<Value>> rows, Function<List<List<Value>>, List<Value>> item) {
    SequencedMap<Value, List<List<Value>>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.get(1), _ -> new ArrayList<>()).add(row));
    return groups.values().stream().map(item).toList();
  }

  private static Value count(List<List<Value>> members) {
    return Decimal.of(members.size());
  }

  private static Value ids(List<List<Value>> members) {
    return new ListValue(members.stream().map(List::getFirst).toList());
  }

  @Override
  public String toString() {
    return action.toString();
  }
}
