package dev.millrace.evaluator.compiled;

/// A value that generated code makes once for each item and reads elsewhere: that of a field that
/// was set, or of a `let`.
///
/// It is a local variable of the method that makes it, or a field of the class when several methods
/// use it.
final class Variable {
  private final int number;
  private final Form form;
  private boolean isShared;
  private boolean isResult;

  /// A variable.
  ///
  /// @param number which one it is in its class
  Variable(int number, Form form) {
    this.number = number;
    this.form = form;
  }

  /// Which one it is in its class.
  int number() {
    return number;
  }

  /// How it is held.
  Form form() {
    return form;
  }

  /// Whether several methods use it.
  boolean isShared() {
    return isShared;
  }

  /// Lets several methods use it.
  void share() {
    isShared = true;
  }

  /// Whether it belongs to the result.
  boolean isResult() {
    return isResult;
  }

  /// Makes it a part of the result.
  void keep() {
    isResult = true;
  }
}
