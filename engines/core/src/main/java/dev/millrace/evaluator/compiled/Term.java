package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.fused.RowExpression;
import dev.millrace.function.Require;
import dev.millrace.value.Value;
import java.lang.classfile.Label;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Code that leaves one value on the stack: an expression whose operands' forms are known.
///
/// A term stands in one place, and its code is run at most once for each item.
sealed interface Term {
  /// How the value is held.
  Form form();

  /// The terms that its code contains.
  List<Term> operands();

  /// About how many bytes of code it is, those of small methods that it calls included.
  int size();

  /// Writes the code.
  void push(Code code);

  /// Writes code that leaves nothing on the stack and jumps if a condition, null counting as false,
  /// is as told.
  ///
  /// @param when whether to jump when it is true, else when it is not
  default void jump(Code code, boolean when, Label target) {
    if (form().kind() == Kind.FLAG) {
      push(code);
      code.jumpIfFlag(form(), when, target);
    } else {
      Conversions.boxed(this).push(code);
      code.call(Require.class, "isTrue", boolean.class, Value.class);
      code.jumpIf(when, target);
    }
  }

  /// The bytes of some terms.
  static int size(List<Term> terms) {
    int size = 0;
    for (Term term : terms) {
      size += term.size();
    }
    return size;
  }

  /// Whether all of some terms are numbers.
  static boolean areNumbers(List<Term> terms) {
    return terms.stream().allMatch(term -> term.form().isNumber());
  }

  /// The value of a field as it came.
  ///
  /// @param field its place among the fields before the steps
  record Input(int field, Form form) implements Term {
    @Override
    public List<Term> operands() {
      return List.of();
    }

    @Override
    public int size() {
      return 8;
    }

    @Override
    public void push(Code code) {
      code.input(field, form);
    }
  }

  /// The value of an expression that reads nothing but one field of codes: it is evaluated once for
  /// each entry of the field's dictionary.
  ///
  /// @param field its place among the fields before the steps
  /// @param expression the expression, over items that have that field alone
  record Derived(int field, RowExpression expression, Form form) implements Term {
    @Override
    public List<Term> operands() {
      return List.of();
    }

    @Override
    public int size() {
      return 12;
    }

    @Override
    public void push(Code code) {
      code.derived(this);
    }
  }

  /// The value of a variable.
  record Read(Variable variable) implements Term {
    @Override
    public Form form() {
      return variable.form();
    }

    @Override
    public List<Term> operands() {
      return List.of();
    }

    @Override
    public int size() {
      return 4;
    }

    @Override
    public void push(Code code) {
      code.load(variable);
    }
  }

  /// A value in which a variable stands for another.
  ///
  /// @param variable the variable
  /// @param value what it stands for, in the variable's form
  /// @param body the value
  record Bound(Variable variable, Term value, Term body) implements Term {
    @Override
    public Form form() {
      return body.form();
    }

    @Override
    public List<Term> operands() {
      return List.of(value, body);
    }

    @Override
    public int size() {
      return 8 + value.size() + body.size();
    }

    @Override
    public void push(Code code) {
      define(code);
      body.push(code);
    }

    @Override
    public void jump(Code code, boolean when, Label target) {
      define(code);
      body.jump(code, when, target);
    }

    private void define(Code code) {
      value.push(code);
      code.define(variable);
    }
  }

  /// A value made of others.
  ///
  /// @param form how it is held
  /// @param size the bytes of its own code, to which those of its operands are added
  /// @param operands the others
  /// @param writer writes the code
  record Computed(Form form, int size, List<Term> operands, Consumer<Code> writer) implements Term {
    /// Adds the bytes of the operands.
    public Computed {
      size += Term.size(operands);
    }

    @Override
    public void push(Code code) {
      writer.accept(code);
    }
  }

  /// Writes code that jumps if a condition, null counting as false, is as told.
  @FunctionalInterface
  interface Jump {
    /// Writes the code.
    void write(Code code, boolean when, Label target);
  }

  /// A condition that is rather jumped on than held.
  ///
  /// @param form how it is held
  /// @param size the bytes of its own code, to which those of its operands are added
  /// @param operands what it is a condition on
  /// @param jump writes the code that jumps
  /// @param writer writes the code that leaves the flag; needed when that may be null
  record Test(Form form, int size, List<Term> operands, Jump jump, @Nullable Consumer<Code> writer)
      implements Term {
    /// Adds the bytes of the operands.
    public Test {
      size += Term.size(operands);
    }

    /// A condition that is never null.
    Test(int own, List<Term> operands, Jump jump) {
      this(Form.flag(false), own, operands, jump, null);
    }

    @Override
    public void push(Code code) {
      if (writer == null) {
        code.flag(target -> jump.write(code, false, target));
      } else {
        writer.accept(code);
      }
    }

    @Override
    public void jump(Code code, boolean when, Label target) {
      jump.write(code, when, target);
    }
  }

  /// The value that another method gives.
  ///
  /// @param method its name
  record Call(String method, Form form) implements Term {
    @Override
    public List<Term> operands() {
      return List.of();
    }

    @Override
    public int size() {
      return 8;
    }

    @Override
    public void push(Code code) {
      code.callOwn(method, form.kind().type());
    }
  }

  /// A constant.
  final class Literal implements Term {
    private final Value value;
    private final Form form;
    private final Constant constant;

    private Literal(Value value, Form form, Constant constant) {
      this.value = value;
      this.form = form;
      this.constant = constant;
    }

    /// A constant in a form.
    ///
    /// @param held the value as that form holds it
    static Literal of(Value value, Form form, Object held) {
      return new Literal(value, form, new Constant(form.kind().type(), held));
    }

    /// The constant's value.
    Value value() {
      return value;
    }

    @Override
    public Form form() {
      return form;
    }

    @Override
    public List<Term> operands() {
      return List.of();
    }

    @Override
    public int size() {
      return 4;
    }

    @Override
    public void push(Code code) {
      if (form.kind() == Kind.NOTHING) {
        code.pushNull(form);
      } else {
        code.constant(constant);
      }
    }
  }
}
