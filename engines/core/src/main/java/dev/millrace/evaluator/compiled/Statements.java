package dev.millrace.evaluator.compiled;

import dev.millrace.action.Action;
import dev.millrace.action.Action.Conditional;
import dev.millrace.action.ItemAction.DropListed;
import dev.millrace.action.ItemAction.FillMissing;
import dev.millrace.action.ItemAction.Filter;
import dev.millrace.action.ItemAction.KeepFields;
import dev.millrace.action.ItemAction.KeepListed;
import dev.millrace.action.ItemAction.RemoveFields;
import dev.millrace.action.ItemAction.RenameFields;
import dev.millrace.action.ItemAction.SetFields;
import dev.millrace.action.ItemAction.Validate;
import dev.millrace.evaluator.compiled.Statement.Choose;
import dev.millrace.evaluator.compiled.Statement.Define;
import dev.millrace.evaluator.compiled.Statement.Demand;
import dev.millrace.evaluator.compiled.Statement.Keep;
import dev.millrace.evaluator.compiled.Term.Input;
import dev.millrace.evaluator.compiled.Term.Literal;
import dev.millrace.evaluator.compiled.Term.Read;
import dev.millrace.expression.Expression;
import dev.millrace.feed.Schema;
import dev.millrace.plan.Step;
import dev.millrace.value.Null;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What steps do with an item, statement by statement. A field that is set is a variable; a field
/// that is copied, renamed or moved costs nothing.
final class Statements {
  private static final int BRANCH = 1_000;

  private final Assembly assembly;
  private final List<Statement> statements = new ArrayList<>();
  private List<Term> columns;

  /// No statements yet.
  ///
  /// @param assembly the class that they become part of
  /// @param columns the value of each field before the first step
  Statements(Assembly assembly, List<Term> columns) {
    this.assembly = assembly;
    this.columns = columns;
  }

  /// Whether a step can become statements.
  static boolean areMadeOf(Step step) {
    return switch (step.action()) {
      case SetFields _,
          FillMissing _,
          RemoveFields _,
          KeepFields _,
          RenameFields _,
          Filter _,
          KeepListed _,
          DropListed _,
          Validate _ ->
          true;
      case Conditional conditional when conditional.isItemWise() ->
          step.branches().stream().flatMap(List::stream).allMatch(Statements::areMadeOf);
      default -> false;
    };
  }

  /// The statements so far.
  List<Statement> all() {
    return statements;
  }

  /// The value of each field after the last step: an input, a constant or a variable.
  List<Term> columns() {
    return columns;
  }

  /// Adds what some steps do.
  Statements add(List<Step> steps) {
    steps.forEach(this::add);
    return this;
  }

  private void add(Step step) {
    var terms = new Terms(assembly, step.before(), columns, Map.of());
    Action action = step.action();
    switch (action) {
      case SetFields(var fields) -> set(fields, step, terms, false);
      case FillMissing(var fields) -> set(fields, step, terms, true);
      case RemoveFields _, KeepFields _ -> columns = conformed(step.before(), step.after());
      case RenameFields _ -> {}
      case Filter(var condition) -> statements.add(new Keep(terms.of(condition)));
      case KeepListed(var of, var values) ->
          statements.add(new Keep(LogicTerms.listed(terms.of(of), values, true)));
      case DropListed(var of, var values) ->
          statements.add(new Keep(LogicTerms.listed(terms.of(of), values, false)));
      case Validate(var condition, _) -> statements.add(new Demand(terms.of(condition)));
      case Conditional(var condition, _, _) -> choose(terms.of(condition), step);
      default -> throw new AssertionError("no statements for " + action);
    }
  }

  private void set(Map<String, Expression> fields, Step step, Terms terms, boolean onlyMissing) {
    Term[] after = columns.toArray(new Term[step.after().size()]);
    fields.forEach((name, expression) -> {
      int place = step.after().indexOf(name);
      Term value = terms.of(expression);
      boolean isNew = place >= columns.size();
      after[place] =
          held(onlyMissing && !isNew ? terms.coalesce(List.of(columns.get(place), value)) : value);
    });
    columns = List.of(after);
  }

  /// A value that further steps may read any number of times.
  private Term held(Term value) {
    return switch (value) {
      case Input _, Literal _, Read _ -> value;
      default -> {
        Variable variable = assembly.variable(Conversions.held(value.form()));
        statements.add(new Define(variable, Conversions.to(variable.form(), value)));
        yield new Read(variable);
      }
    };
  }

  private List<Term> conformed(Schema from, Schema to) {
    return to.names().stream()
        .map(from::indexOf)
        .map(place -> place < 0 ? Conversions.literal(Null.NULL) : columns.get(place))
        .toList();
  }

  private void choose(Term condition, Step step) {
    Statements then = branch(step.then(), step);
    Statements otherwise = branch(step.otherwise(), step);
    var joined = new ArrayList<Term>();
    for (int i = 0; i < step.after().size(); i++) {
      joined.add(joined(then, otherwise, i));
    }
    columns = joined;
    statements.add(
        new Choose(
            condition,
            assembly.cut(then.statements, BRANCH),
            assembly.cut(otherwise.statements, BRANCH)));
  }

  private Statements branch(List<Step> steps, Step conditional) {
    Schema end = steps.isEmpty() ? conditional.before() : steps.getLast().after();
    var branch = new Statements(assembly, columns).add(steps);
    branch.columns = branch.conformed(end, conditional.after());
    return branch;
  }

  private Term joined(Statements then, Statements otherwise, int place) {
    Term one = then.columns.get(place);
    Term other = otherwise.columns.get(place);
    if (one.equals(other)) {
      return one;
    }
    Variable variable = assembly.variable(Conversions.held(one.form().or(other.form())));
    then.statements.add(new Define(variable, Conversions.to(variable.form(), one)));
    otherwise.statements.add(new Define(variable, Conversions.to(variable.form(), other)));
    return new Read(variable);
  }
}
