package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Term.Input;
import dev.millrace.evaluator.compiled.Term.Literal;
import dev.millrace.evaluator.compiled.Term.Read;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.plan.Step;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Some steps as a program for one layout of columns. Immutable, and shared by threads.
///
/// @param layout the forms of the fields that are read
/// @param model the program, its constants set
/// @param members the fields of its class
/// @param columns the value of each field after the last step
record Compiled(Layout layout, Program model, Members members, List<Term> columns) {

  /// The program of some steps.
  static Compiled of(List<Step> steps, Layout layout) {
    var assembly = new Assembly(layout.scale());
    var members = new Members();
    List<Term> columns = columns(steps, layout, assembly);
    Program model = ProgramClasses.SHARED.program(ClassWriter.write(assembly, members));
    model.constants(members.constants());
    return new Compiled(layout, model, members, columns);
  }

  /// The class file of the program of some steps.
  static byte[] classFile(List<Step> steps, Layout layout) {
    var assembly = new Assembly(layout.scale());
    columns(steps, layout, assembly);
    return ClassWriter.write(assembly, new Members());
  }

  /// The fields that some steps read, by their places before the first.
  static List<Integer> inputs(List<Step> steps) {
    var assembly = new Assembly(Layout.BOXED);
    columns(steps, Layout.NONE, assembly);
    return List.copyOf(assembly.inputs());
  }

  /// Makes the parts of the class; gives the value of each field after the last step.
  private static List<Term> columns(List<Step> steps, Layout layout, Assembly assembly) {
    var before = new ArrayList<Term>();
    for (int i = 0; i < steps.getFirst().before().size(); i++) {
      before.add(new Input(i, layout.of(i)));
    }
    var statements = new Statements(assembly, before).add(steps);
    List<Term> after = statements.columns();
    for (Term column : after) {
      if (column instanceof Read(var variable)) {
        variable.keep();
      }
    }
    assembly.end(statements.all());
    return after;
  }

  /// What comes out of a batch.
  ///
  /// @param decoded the columns that are read, in the order of the layout
  /// @throws Unfit if the batch is beyond this program
  Batch of(Batch in, List<Vector> decoded, Counts counts) {
    int size = in.size();
    Object[] values = values(decoded, size);
    Program program = model.copy();
    program.batch(values);
    var places = new int[size];
    int kept = program.run(size, places);
    counts.filtered(size - kept);
    Map<Variable, Vector> results = results(values, places, kept, size);
    Batch left = kept == size ? in : in.at(Arrays.copyOf(places, kept));
    return left.select(columns.stream().mapToInt(Compiled::source).toArray())
        .with(columns.size(), i -> changed(columns.get(i), results));
  }

  private Object[] values(List<Vector> decoded, int size) {
    var values = new ArrayList<>();
    for (int field : members.inputs()) {
      int index = layout.indexOf(field);
      values.add(Columns.array(decoded.get(index), layout.forms().get(index), size));
    }
    for (Variable result : members.results()) {
      values.add(Columns.room(result.form(), size));
    }
    for (Made made : members.made()) {
      values.add(made.make());
    }
    return values.toArray();
  }

  private Map<Variable, Vector> results(Object[] values, int[] places, int kept, int size) {
    Map<Variable, Vector> results = new HashMap<>();
    int first = members.inputs().size();
    for (Variable result : members.results()) {
      Form form = result.form();
      Vector made = Columns.vector(values[first + results.size()], form);
      boolean isWhole = kept == size && form.kind() != Form.Kind.VALUE;
      results.put(result, isWhole ? made : made.gather(places, kept));
    }
    return results;
  }

  private static int source(Term column) {
    return column instanceof Input(int field, _) ? field : -1;
  }

  private static @Nullable Vector changed(Term column, Map<Variable, Vector> results) {
    return switch (column) {
      case Literal literal -> Vector.constant(literal.value());
      case Read(var variable) -> results.get(variable);
      default -> null;
    };
  }
}
