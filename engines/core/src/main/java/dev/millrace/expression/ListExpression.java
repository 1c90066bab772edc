package dev.millrace.expression;

import org.jspecify.annotations.Nullable;

/// Expressions that look at the elements of a list one after another. In the part that is evaluated
/// for each element, a variable stands for the element; it hides an outer variable of its name.
///
/// Of a null list they give null. Null elements are elements like others.
public sealed interface ListExpression extends Expression {
  /// The name of the variable when none is given.
  String ELEMENT = "element";

  /// The list that is looked at.
  Expression list();

  /// The name that is given to the variable, null when none is.
  @Nullable String as();

  /// The name of the variable that stands for an element.
  default String variable() {
    String given = as();
    return given == null ? ELEMENT : given;
  }

  /// A list of what an expression gives for each element.
  ///
  /// @param list the list
  /// @param as the variable's name, `element` when absent
  /// @param to what is made of an element
  record MapList(Expression list, @Nullable String as, Expression to) implements ListExpression {}

  /// The elements for which a condition is true; null counts as false.
  ///
  /// @param list the list
  /// @param as the variable's name, `element` when absent
  /// @param where the condition
  record FilterList(Expression list, @Nullable String as, Expression where)
      implements ListExpression {}

  /// Whether a condition is true for some element; those after it are not looked at. Null counts as
  /// false; never true of an empty list.
  ///
  /// @param list the list
  /// @param as the variable's name, `element` when absent
  /// @param where the condition
  record AnyOf(Expression list, @Nullable String as, Expression where) implements ListExpression {}

  /// Whether a condition is true for all elements; those after the first for which it is not are
  /// not looked at. Null counts as false; always true of an empty list.
  ///
  /// @param list the list
  /// @param as the variable's name, `element` when absent
  /// @param where the condition
  record AllOf(Expression list, @Nullable String as, Expression where) implements ListExpression {}

  /// The elements in the order of their keys; those with equal keys keep their order.
  ///
  /// @param list the list
  /// @param as the variable's name, `element` when absent
  /// @param by an element's key, the element itself when absent
  /// @param order which way, ascending when absent
  record SortList(
      Expression list, @Nullable String as, @Nullable Expression by, @Nullable Direction order)
      implements ListExpression {}

  /// The elements without those whose key an earlier one has.
  ///
  /// @param list the list
  /// @param as the variable's name, `element` when absent
  /// @param by an element's key, the element itself when absent
  record DistinctList(Expression list, @Nullable String as, @Nullable Expression by)
      implements ListExpression {}
}
