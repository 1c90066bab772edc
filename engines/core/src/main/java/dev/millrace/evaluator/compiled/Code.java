package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.compiled.Members.Member;
import dev.millrace.evaluator.compiled.Term.Derived;
import dev.millrace.value.Null;
import dev.millrace.value.Value;
import dev.millrace.vector.Flags;
import dev.millrace.vector.Numbers;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A method of a generated class while it is written. Its parameters are the item's index, and the
/// place that it has among those that are kept, if it is.
final class Code {
  /// The name of all generated classes.
  static final ClassDesc SELF = ClassDesc.of(Program.class.getPackageName(), "Generated");

  private static final int INDEX = 1;
  private static final int PLACE = 2;
  private static final ClassDesc NULL = desc(Null.class);

  private final CodeBuilder to;
  private final Members members;
  private final Map<Variable, Integer> locals = new HashMap<>();
  private final Label dropped;

  /// A method without code yet.
  Code(CodeBuilder to, Members members) {
    this.to = to;
    this.members = members;
    this.dropped = to.newLabel();
  }

  /// A class as class files name it.
  static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  /// Where single instructions are written.
  CodeBuilder to() {
    return to;
  }

  /// Where to jump when the item is left out; nothing may be on the stack then.
  Label dropped() {
    return dropped;
  }

  /// Pushes the value of a field as it came.
  void input(int field, Form form) {
    push(members.input(field, form.kind()));
    to.iload(INDEX).arrayLoad(form.kind().inArray());
  }

  /// Pushes the value of a term that is known for each entry of a dictionary.
  void derived(Derived term) {
    push(members.derived(term));
    push(members.codes(term.field()));
    to.iload(INDEX).iaload().arrayLoad(term.form().kind().inArray());
  }

  /// Pushes a constant.
  void constant(Constant constant) {
    push(members.constant(constant));
  }

  /// Pushes an object that each batch has its own of.
  void own(Made made) {
    push(members.made(made));
  }

  /// Pushes the value of a variable.
  void load(Variable variable) {
    if (variable.isShared()) {
      push(members.shared(variable));
    } else {
      to.loadLocal(variable.form().kind().onStack(), local(variable));
    }
  }

  /// Takes a variable's value from the stack.
  void define(Variable variable) {
    Kind kind = variable.form().kind();
    TypeKind onStack = kind.onStack();
    int local = local(variable);
    to.storeLocal(onStack, local);
    if (variable.isShared()) {
      Member member = members.shared(variable);
      to.aload(0).loadLocal(onStack, local).putfield(SELF, member.name(), desc(member.type()));
    }
    if (variable.isResult()) {
      push(members.result(variable));
      to.iload(PLACE).loadLocal(onStack, local).arrayStore(kind.inArray());
    }
  }

  private int local(Variable variable) {
    return locals.computeIfAbsent(
        variable, _ -> to.allocateLocal(variable.form().kind().onStack()));
  }

  private void push(Member member) {
    to.aload(0).getfield(SELF, member.name(), desc(member.type()));
  }

  /// Calls a static method.
  void call(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    to.invokestatic(desc(owner), name, type(result, parameters));
  }

  /// Calls a method of an object on the stack.
  void callOn(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    to.invokevirtual(desc(owner), name, type(result, parameters));
  }

  /// Calls a method of this class for the same item.
  void callOwn(String name, Class<?> result) {
    to.aload(0).iload(INDEX).iload(PLACE).invokevirtual(SELF, name, own(result));
  }

  /// The type of a method that is for one item.
  static MethodTypeDesc own(Class<?> result) {
    return type(result, int.class, int.class);
  }

  /// The type of a method.
  static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
    return MethodTypeDesc.of(
        desc(result), Arrays.stream(parameters).map(Code::desc).toArray(ClassDesc[]::new));
  }

  /// Pushes null in a form.
  void pushNull(Form form) {
    switch (form.kind()) {
      case NUMBER -> to.loadConstant(Numbers.NULL);
      case TEXT -> to.aconst_null();
      case FLAG -> to.loadConstant(Flags.NULL);
      case NOTHING, VALUE -> call(Boxes.class, "absent", Value.class);
    }
  }

  /// Takes a value from the stack and jumps if it is null, or if it is not.
  void jumpIfNull(Form form, boolean when, Label target) {
    switch (form.kind()) {
      case NUMBER -> {
        to.loadConstant(Numbers.NULL).lcmp();
        jumpIf(!when, target);
      }
      case TEXT -> {
        if (when) {
          to.ifnull(target);
        } else {
          to.ifnonnull(target);
        }
      }
      case FLAG -> {
        to.loadConstant(Flags.NULL);
        jumpIfSame(when, target);
      }
      case NOTHING, VALUE -> {
        to.instanceOf(NULL);
        jumpIf(when, target);
      }
    }
  }

  /// Takes a flag from the stack and jumps if it is true, or if it is not.
  void jumpIfFlag(Form form, boolean when, Label target) {
    if (form.isNullable()) {
      to.iconst_1();
      jumpIfSame(when, target);
    } else {
      jumpIf(when, target);
    }
  }

  /// Takes an int from the stack and jumps if it is not 0, or if it is.
  void jumpIf(boolean when, Label target) {
    if (when) {
      to.ifne(target);
    } else {
      to.ifeq(target);
    }
  }

  private void jumpIfSame(boolean when, Label target) {
    if (when) {
      to.if_icmpeq(target);
    } else {
      to.if_icmpne(target);
    }
  }

  /// Pushes 1, or 0 if a jump was taken.
  ///
  /// @param jump writes code that may jump
  void flag(Consumer<Label> jump) {
    Label isFalse = to.newLabel();
    Label end = to.newLabel();
    jump.accept(isFalse);
    to.iconst_1().goto_(end).labelBinding(isFalse).iconst_0().labelBinding(end);
  }

  /// Writes code that goes one way or another.
  void choose(Term condition, Runnable then, Runnable otherwise) {
    Label isNot = to.newLabel();
    Label end = to.newLabel();
    condition.jump(this, false, isNot);
    then.run();
    to.goto_(end).labelBinding(isNot);
    otherwise.run();
    to.labelBinding(end);
  }

  /// Doubles what is on top of the stack.
  void copy(Form form) {
    if (form.isNumber()) {
      to.dup2();
    } else {
      to.dup();
    }
  }

  /// Takes what is on top of the stack away.
  void discard(Form form) {
    if (form.isNumber()) {
      to.pop2();
    } else {
      to.pop();
    }
  }
}
