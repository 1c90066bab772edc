package dev.millrace.evaluator.vectorised;

import dev.millrace.action.Action;
import dev.millrace.action.Aggregate;
import dev.millrace.evaluator.vectorised.Constituents.Constituent;
import dev.millrace.evaluator.vectorised.EvaluationCase.Kind;
import dev.millrace.evaluator.vectorised.EvaluationCase.Nulls;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Column;
import dev.millrace.feed.Schema;
import dev.millrace.feed.Type;
import dev.millrace.generate.Constructs;
import dev.millrace.generate.Feeds;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which evaluation cases there are, and which of them were evaluated.
///
/// What there is follows from the sealed families of constructs, the types, the forms that columns
/// of many seeds take, and the ways of evaluation; left out is only what the checker of plans does
/// not allow. What was evaluated is noted by who evaluates it, from the columns that were read.
final class EvaluationCoverage {
  private static final String PROBE = "probe";
  private static final Kind NO_COLUMN = new Kind(Type.ANY, Nulls.NONE, "no column");

  private final Set<EvaluationCase> cases = new LinkedHashSet<>();
  private final Set<EvaluationCase> evaluated = new HashSet<>();

  /// The cases of some kinds of constructs, nothing of which was evaluated yet.
  ///
  /// @param kinds records of expressions, actions and aggregates
  /// @param columns the kinds of columns that there are
  /// @param subjects makes the subjects of a kind
  EvaluationCoverage(
      List<Class<?>> kinds, Set<Kind> columns, Function<Class<?>, List<Subject>> subjects) {
    for (Class<?> kind : kinds) {
      List<Subject> found = subjects.apply(kind);
      if (found.isEmpty()) {
        cases.add(new EvaluationCase(Subject.name(kind), "not generated", NO_COLUMN, "none"));
      }
      found.forEach(subject -> add(subject, columns));
    }
  }

  /// The kinds of constructs that are evaluated.
  static List<Class<?>> kinds() {
    return Stream.of(Expression.class, Action.class, Aggregate.class)
        .flatMap(Constructs::records)
        .toList();
  }

  /// The names of the ways in which a kind is evaluated.
  static List<String> ways(Class<?> kind) {
    return Expression.class.isAssignableFrom(kind)
        ? ExpressionWay.of(kind).map(Enum::name).toList()
        : Stream.of(ActionWay.values()).map(Enum::name).toList();
  }

  private void add(Subject subject, Set<Kind> columns) {
    Stream<Kind> read =
        subject.operand() == null
            ? Stream.of(NO_COLUMN)
            : columns.stream().filter(column -> isAllowed(subject, column.type()));
    read.forEach(column ->
        ways(subject.kind()).forEach(way -> cases.add(evaluationCase(subject, column, way))));
  }

  private static boolean isAllowed(Subject subject, Type type) {
    Schema schema = Feeds.SCHEMA.with(new Column(PROBE, type));
    return subject.plan(PROBE, schema) != null;
  }

  private static EvaluationCase evaluationCase(Subject subject, Kind column, String way) {
    Constituent operand = subject.operand();
    String name = operand == null ? "" : operand.name();
    return new EvaluationCase(Subject.name(subject.kind()), name, column, way);
  }

  /// Notes that a subject was evaluated with a column, and right.
  void note(Subject subject, Kind column, String way) {
    Kind read = subject.operand() == null ? NO_COLUMN : column;
    evaluated.add(evaluationCase(subject, read, way));
  }

  /// The cases that were not evaluated.
  List<EvaluationCase> missing() {
    return cases.stream().filter(each -> !evaluated.contains(each)).toList();
  }

  /// How many cases there are.
  int size() {
    return cases.size();
  }

  /// A line for each construct and way: how many cases there are, and how many of a hundred were
  /// evaluated.
  String report() {
    Set<EvaluationCase> missing = Set.copyOf(missing());
    return cases.stream()
        .collect(Collectors.groupingBy(each -> each.construct() + " " + each.way()))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(entry -> entry.getKey()))
        .map(group -> {
          long left = group.getValue().stream().filter(missing::contains).count();
          int all = group.getValue().size();
          return String.format(
              Locale.ROOT, "%-60s %5d %6.1f %%", group.getKey(), all, 100.0 * (all - left) / all);
        })
        .collect(
            Collectors.joining(
                "\n", String.format(Locale.ROOT, "%-60s %5s%n", "construct, way", "cases"), "\n"));
  }
}
