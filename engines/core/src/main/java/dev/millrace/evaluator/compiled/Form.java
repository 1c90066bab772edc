package dev.millrace.evaluator.compiled;

import dev.millrace.value.Value;
import java.lang.classfile.TypeKind;

/// How generated code holds the values of an expression or a field.
///
/// @param kind what stands on the stack
/// @param scale for numbers how many decimals they have, else 0
/// @param isNullable whether one of them may be null
record Form(Kind kind, int scale, boolean isNullable) {
  /// The values of a field or expression that is always null.
  static final Form NOTHING = new Form(Kind.NOTHING, 0, true);

  /// Values of any kind.
  static final Form VALUE = new Form(Kind.VALUE, 0, true);

  /// What stands on the stack, and what a column of it is an array of.
  enum Kind {
    /// Nothing but null.
    NOTHING(Value.class, Value[].class),
    /// An int: 1 for true, 0 for false, 2 for null.
    FLAG(int.class, byte[].class),
    /// A long, its smallest for null.
    NUMBER(long.class, long[].class),
    /// A string, the null pointer for null.
    TEXT(String.class, String[].class),
    /// A value of any kind.
    VALUE(Value.class, Value[].class);

    private final Class<?> type;
    private final Class<?> array;

    Kind(Class<?> type, Class<?> array) {
      this.type = type;
      this.array = array;
    }

    /// The type of one on the stack.
    Class<?> type() {
      return type;
    }

    /// The type of an array of them.
    Class<?> array() {
      return array;
    }

    /// The kind of instruction for one on the stack.
    TypeKind onStack() {
      return TypeKind.from(type);
    }

    /// The kind of instruction for one in an array.
    TypeKind inArray() {
      return TypeKind.from(array.getComponentType());
    }
  }

  /// Numbers of a scale.
  static Form number(int scale, boolean isNullable) {
    return new Form(Kind.NUMBER, scale, isNullable);
  }

  /// Texts.
  static Form text(boolean isNullable) {
    return new Form(Kind.TEXT, 0, isNullable);
  }

  /// Booleans.
  static Form flag(boolean isNullable) {
    return new Form(Kind.FLAG, 0, isNullable);
  }

  /// Whether these are numbers.
  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /// The form that holds the values of this one and of another.
  Form or(Form other) {
    if (kind == other.kind) {
      return new Form(kind, Math.max(scale, other.scale), isNullable || other.isNullable);
    }
    if (kind == Kind.NOTHING) {
      return other.orNull();
    }
    return other.kind == Kind.NOTHING ? orNull() : VALUE;
  }

  /// This form and null.
  Form orNull() {
    return new Form(kind, scale, true);
  }

  /// Whether this form holds all values of another.
  boolean covers(Form other) {
    return equals(other) || or(other).equals(this);
  }
}
