package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Statement.Choose;
import dev.millrace.evaluator.compiled.Statement.Define;
import dev.millrace.evaluator.compiled.Statement.Demand;
import dev.millrace.evaluator.compiled.Statement.Keep;
import dev.millrace.evaluator.compiled.Statement.Run;
import dev.millrace.evaluator.compiled.Term.Bound;
import dev.millrace.evaluator.compiled.Term.Call;
import dev.millrace.evaluator.compiled.Term.Input;
import dev.millrace.evaluator.compiled.Term.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// The parts of a generated class: statements and large terms cut into methods, and what travels
/// between those.
///
/// HotSpot compiles no method of more than 8,000 bytes, and puts no more than that much code of
/// other methods into one. So methods are kept well below: statements fill one up to a limit, and a
/// large term is one of its own.
final class Assembly {
  private static final int METHOD = 4_000;
  private static final int TERM = 1_500;

  private final SequencedMap<String, List<Statement>> parts = new LinkedHashMap<>();
  private final SequencedMap<String, Term> values = new LinkedHashMap<>();
  private final Map<Variable, String> homes = new HashMap<>();
  private final Set<Integer> inputs = new TreeSet<>();
  private final Layout layout;
  private int variables;

  /// A class without parts yet.
  ///
  /// @param layout how the columns are held that it reads
  Assembly(Layout layout) {
    this.layout = layout;
  }

  /// Whether any field is a column of codes of texts.
  boolean hasCodes() {
    return !layout.coded().isEmpty();
  }

  /// Whether a field, by its place before the first step, is a column of codes of texts.
  boolean isCoded(int field) {
    return layout.coded().contains(field);
  }

  /// The scale of numbers whose scale is not known before, or [Layout#BOXED].
  int scale() {
    return layout.scale();
  }

  /// A new variable.
  Variable variable(Form form) {
    return new Variable(variables++, form);
  }

  /// A term, or the call of a method that has its code when that is large.
  Term outlined(Term term) {
    if (term.size() <= TERM) {
      return term;
    }
    String name = "value" + values.size();
    values.put(name, term);
    return new Call(name, term.form());
  }

  /// Statements, or calls of methods that have their code when that is larger than a limit.
  List<Statement> cut(List<Statement> statements, int limit) {
    if (statements.isEmpty() || Statement.size(statements) <= limit) {
      return statements;
    }
    var calls = new ArrayList<Statement>();
    var part = new ArrayList<Statement>();
    int size = 0;
    for (Statement statement : statements) {
      if (!part.isEmpty() && size + statement.size() > METHOD) {
        calls.add(part(part));
        part.clear();
        size = 0;
      }
      part.add(statement);
      size += statement.size();
    }
    calls.add(part(part));
    return cut(calls, Math.max(limit, calls.getFirst().size()));
  }

  private Statement part(List<Statement> statements) {
    String name = "part" + parts.size();
    parts.put(name, List.copyOf(statements));
    return new Run(name);
  }

  /// Ends the class: its methods are known, and which variables several of them use.
  ///
  /// @param item what is done with an item
  void end(List<Statement> item) {
    parts.put("item", cut(item, METHOD));
    parts.forEach((name, statements) -> statements.forEach(statement -> visit(statement, name)));
    values.forEach((name, value) -> visit(value, name));
  }

  private void visit(Statement statement, String method) {
    switch (statement) {
      case Define(var variable, var value) -> {
        use(variable, method);
        visit(value, method);
      }
      case Keep(var condition) -> visit(condition, method);
      case Demand(var condition) -> visit(condition, method);
      case Choose(var condition, var then, var otherwise) -> {
        visit(condition, method);
        then.forEach(inner -> visit(inner, method));
        otherwise.forEach(inner -> visit(inner, method));
      }
      case Run _ -> {}
    }
  }

  private void visit(Term term, String method) {
    switch (term) {
      case Input(int field, _) -> inputs.add(field);
      case Read(var variable) -> use(variable, method);
      case Bound(var variable, _, _) -> use(variable, method);
      default -> {}
    }
    term.operands().forEach(operand -> visit(operand, method));
  }

  private void use(Variable variable, String method) {
    String home = homes.putIfAbsent(variable, method);
    if (home != null && !home.equals(method)) {
      variable.share();
    }
  }

  /// The fields that are read, by their places before the first step.
  Set<Integer> inputs() {
    return inputs;
  }

  /// The methods that keep an item or leave it out; the last is the one that does it all.
  Map<String, List<Statement>> parts() {
    return parts;
  }

  /// The methods that give a value.
  Map<String, Term> values() {
    return values;
  }
}
