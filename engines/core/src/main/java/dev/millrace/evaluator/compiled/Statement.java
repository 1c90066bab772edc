package dev.millrace.evaluator.compiled;

import java.util.List;

/// Code that leaves nothing on the stack: a part of what steps do with an item.
sealed interface Statement {
  /// About how many bytes of code it is.
  int size();

  /// Writes the code.
  void write(Code code);

  /// The bytes of some statements.
  static int size(List<Statement> statements) {
    return statements.stream().mapToInt(Statement::size).sum();
  }

  /// Gives a variable its value.
  ///
  /// @param variable the variable
  /// @param value its value, in its form
  record Define(Variable variable, Term value) implements Statement {
    @Override
    public int size() {
      return 20 + value.size();
    }

    @Override
    public void write(Code code) {
      value.push(code);
      code.define(variable);
    }
  }

  /// Leaves the item out unless a condition is true.
  record Keep(Term condition) implements Statement {
    @Override
    public int size() {
      return 4 + condition.size();
    }

    @Override
    public void write(Code code) {
      condition.jump(code, false, code.dropped());
    }
  }

  /// Gives up the batch unless a condition is true.
  record Demand(Term condition) implements Statement {
    @Override
    public int size() {
      return 8 + condition.size();
    }

    @Override
    public void write(Code code) {
      var holds = code.to().newLabel();
      condition.jump(code, true, holds);
      code.call(Unfit.class, "fail", void.class);
      code.to().labelBinding(holds);
    }
  }

  /// Does one of two things.
  ///
  /// @param condition chooses
  /// @param then what is done when it is true
  /// @param otherwise what is done when it is not
  record Choose(Term condition, List<Statement> then, List<Statement> otherwise)
      implements Statement {
    @Override
    public int size() {
      return 8 + condition.size() + Statement.size(then) + Statement.size(otherwise);
    }

    @Override
    public void write(Code code) {
      code.choose(
          condition,
          () -> then.forEach(statement -> statement.write(code)),
          () -> otherwise.forEach(statement -> statement.write(code)));
    }
  }

  /// Does what another method does.
  ///
  /// @param method its name
  record Run(String method) implements Statement {
    @Override
    public int size() {
      return 12;
    }

    @Override
    public void write(Code code) {
      code.callOwn(method, int.class);
      code.to().ifeq(code.dropped());
    }
  }
}
