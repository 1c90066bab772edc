package dev.millrace.evaluator.compiled;

import dev.millrace.vector.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How the columns of a batch are held that a program reads.
///
/// @param fields their places among all fields, ascending
/// @param forms the form of each
/// @param scale the scale of numbers that expressions give whose scale is not known before; one
///   that is too large, [#BOXED], leaves them what they are
/// @param coded those fields that are codes of texts
record Layout(List<Integer> fields, List<Form> forms, int scale, Set<Integer> coded) {
  /// Stands for numbers that are held as values.
  static final int BOXED = Numbers.LARGEST_SCALE + 1;

  /// The layout of a program that reads nothing.
  static final Layout NONE = new Layout(List.of(), List.of());

  private static final int USUAL = 2;

  /// A layout with a scale for a first guess: that of money.
  Layout(List<Integer> fields, List<Form> forms) {
    this(fields, forms, Set.of());
  }

  /// A layout with a scale for a first guess: that of money.
  Layout(List<Integer> fields, List<Form> forms, Set<Integer> coded) {
    this(fields, forms, USUAL, coded);
  }

  /// Where a field stands in this layout, negative when it does not.
  int indexOf(int field) {
    return Collections.binarySearch(fields, field);
  }

  /// The form of a field; any value where it is not read.
  Form of(int field) {
    int index = indexOf(field);
    return index < 0 ? Form.VALUE : forms.get(index);
  }

  /// This layout with numbers of unknown scale held in another.
  Layout with(int other) {
    return new Layout(fields, forms, other, coded);
  }

  /// Whether this layout holds all values of another one of the same fields.
  boolean covers(Layout other) {
    boolean covers = scale >= other.scale && other.coded.containsAll(coded);
    for (int i = 0; covers && i < forms.size(); i++) {
      covers = forms.get(i).covers(other.forms.get(i));
    }
    return covers;
  }

  /// The layout that holds the values of this one and of another of the same fields.
  Layout or(Layout other) {
    var joined = new ArrayList<Form>();
    for (int i = 0; i < forms.size(); i++) {
      joined.add(forms.get(i).or(other.forms.get(i)));
    }
    var both = new TreeSet<>(coded);
    both.retainAll(other.coded);
    return new Layout(fields, joined, Math.max(scale, other.scale), both);
  }

  /// This layout, where fields in which there is nothing but null have the forms of another.
  Layout orWhereNothing(Layout other) {
    var filled = new ArrayList<Form>();
    for (int i = 0; i < forms.size(); i++) {
      boolean isNothing = forms.get(i).equals(Form.NOTHING);
      filled.add(isNothing ? other.forms.get(i) : forms.get(i));
    }
    return new Layout(fields, filled, scale, coded);
  }
}
