package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.compiled.Term.Derived;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The fields of a generated class. Each is there from the first time it is asked for.
final class Members {
  private final SequencedMap<Constant, Member> constants = new LinkedHashMap<>();
  private final SequencedMap<Integer, Member> inputs = new LinkedHashMap<>();
  private final SequencedMap<Variable, Member> results = new LinkedHashMap<>();
  private final SequencedMap<Made, Member> made = new LinkedHashMap<>();
  private final SequencedMap<Integer, Member> codes = new LinkedHashMap<>();
  private final SequencedMap<Derived, Member> derived = new LinkedHashMap<>();
  private final SequencedMap<Variable, Member> shared = new LinkedHashMap<>();

  /// A field of a generated class.
  record Member(String name, Class<?> type) {}

  /// Holds a constant.
  Member constant(Constant constant) {
    return member(constants, constant, "constant", constant.type());
  }

  /// Holds an array of the values of a field before the steps.
  Member input(int field, Kind kind) {
    return member(inputs, field, "input", kind.array());
  }

  /// Holds an array of the values of a variable.
  Member result(Variable variable) {
    return member(results, variable, "result", variable.form().kind().array());
  }

  /// Holds an object that each batch has its own of.
  Member made(Made object) {
    return member(made, object, "made", object.type());
  }

  /// Holds an array of the codes of a field before the steps.
  Member codes(int field) {
    return member(codes, field, "codes", int[].class);
  }

  /// Holds an array of the values of a term for each entry of a dictionary.
  Member derived(Derived term) {
    return member(derived, term, "derived", term.form().kind().array());
  }

  /// Holds a variable's value for one item.
  Member shared(Variable variable) {
    return member(shared, variable, "shared", variable.form().kind().type());
  }

  private static <K> Member member(Map<K, Member> members, K key, String prefix, Class<?> type) {
    return members.computeIfAbsent(key, _ -> new Member(prefix + members.size(), type));
  }

  /// The constants' fields.
  List<Member> ofConstants() {
    return List.copyOf(constants.values());
  }

  /// The constants' values, in the same order.
  @Nullable Object[] constants() {
    return constants.keySet().stream().map(Constant::value).toArray();
  }

  /// The fields that each batch sets anew: inputs, results, objects made for it, codes, and values
  /// for the entries of dictionaries, in this order.
  List<Member> ofBatch() {
    return concatenated(
        inputs.values(), results.values(), made.values(), codes.values(), derived.values());
  }

  /// The fields before the steps that are read, in the order of those.
  List<Integer> inputs() {
    return List.copyOf(inputs.keySet());
  }

  /// The variables of the result, in the order of those.
  List<Variable> results() {
    return List.copyOf(results.keySet());
  }

  /// The objects that are made, in the order of those.
  List<Made> made() {
    return List.copyOf(made.keySet());
  }

  /// The fields before the steps whose codes are read, in the order of those.
  List<Integer> codes() {
    return List.copyOf(codes.keySet());
  }

  /// The terms that are evaluated for dictionaries, in the order of those.
  List<Derived> derived() {
    return List.copyOf(derived.keySet());
  }

  /// All fields.
  List<Member> all() {
    return concatenated(ofConstants(), ofBatch(), shared.values());
  }

  @SafeVarargs
  private static List<Member> concatenated(Collection<Member>... parts) {
    var all = new ArrayList<Member>();
    for (Collection<Member> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
