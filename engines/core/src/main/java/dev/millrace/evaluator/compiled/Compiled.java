package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Term.Input;
import dev.millrace.evaluator.compiled.Term.Literal;
import dev.millrace.evaluator.compiled.Term.Read;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.plan.Step;
import dev.millrace.vector.Coded;
import dev.millrace.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Some steps as a program for one layout of columns. Immutable, and shared by threads.
final class Compiled {
  private static final int NONE = -1;

  private final Layout layout;
  private final Program model;
  private final int[] inputs;
  private final Form[] results;
  private final Made[] made;
  private final int[] coded;
  private final OverDictionary[] derived;
  private final int[] sources;
  private final Column[] changes;

  /// A column that the steps change.
  ///
  /// @param place its place among all columns
  /// @param constant its values if they are all the same
  /// @param result where it stands among the results if they are not
  private record Column(int place, @Nullable Vector constant, int result) {}

  /// @param layout the forms of the fields that are read
  /// @param model the program, its constants set
  /// @param members the fields of its class
  /// @param columns the value of each field after the last step
  private Compiled(Layout layout, Program model, Members members, List<Term> columns) {
    this.layout = layout;
    this.model = model;
    inputs = members.inputs().stream().mapToInt(layout::indexOf).toArray();
    results = members.results().stream().map(Variable::form).toArray(Form[]::new);
    made = members.made().toArray(Made[]::new);
    coded = members.codes().stream().mapToInt(field -> field).toArray();
    derived = members.derived().stream().map(OverDictionary::new).toArray(OverDictionary[]::new);
    sources = columns.stream().mapToInt(Compiled::source).toArray();
    changes = changes(columns, members.results());
  }

  private static int source(Term column) {
    return column instanceof Input(int field, _) ? field : NONE;
  }

  private static Column[] changes(List<Term> columns, List<Variable> results) {
    var changes = new ArrayList<Column>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof Literal literal) {
        changes.add(new Column(i, Vector.constant(literal.value()), NONE));
      } else if (columns.get(i) instanceof Read(var variable)) {
        changes.add(new Column(i, null, results.indexOf(variable)));
      }
    }
    return changes.toArray(Column[]::new);
  }

  /// The program of some steps.
  static Compiled of(List<Step> steps, Layout layout) {
    return Objects.requireNonNull(of(steps, layout, ProgramClasses.SHARED::program));
  }

  /// The program of some steps; null when there is no class for it yet.
  static @Nullable Compiled ifKnown(List<Step> steps, Layout layout) {
    return of(steps, layout, ProgramClasses.SHARED::known);
  }

  private static @Nullable Compiled of(
      List<Step> steps, Layout layout, Function<byte[], @Nullable Program> programs) {
    var assembly = new Assembly(layout);
    var members = new Members();
    List<Term> columns = columns(steps, layout, assembly);
    Program model = programs.apply(ClassWriter.write(assembly, members));
    if (model == null) {
      return null;
    }
    model.constants(members.constants());
    return new Compiled(layout, model, members, columns);
  }

  /// The class file of the program of some steps.
  static byte[] classFile(List<Step> steps, Layout layout) {
    var assembly = new Assembly(layout);
    columns(steps, layout, assembly);
    return ClassWriter.write(assembly, new Members());
  }

  /// The fields that some steps read, by their places before the first.
  static List<Integer> inputs(List<Step> steps) {
    var assembly = new Assembly(Layout.NONE.with(Layout.BOXED));
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

  /// The forms of the fields that are read.
  Layout layout() {
    return layout;
  }

  /// The class of the program.
  Class<? extends Program> code() {
    return model.getClass();
  }

  /// The objects that each batch has its own of.
  List<Made> made() {
    return List.of(made);
  }

  /// What comes out of a batch.
  ///
  /// @param decoded the columns that are read, in the order of the layout
  /// @throws Unfit if the batch is beyond this program
  Batch of(Batch in, Vector[] decoded, Counts counts) {
    int size = in.size();
    Object[] values = values(in, decoded);
    Program program = model.copy();
    program.batch(values);
    var places = new int[size];
    int kept = program.run(size, places);
    counts.filtered(size - kept);
    Batch left = kept == size ? in : in.at(Arrays.copyOf(places, kept));
    @Nullable Vector[] changed = changed(values, kept);
    return left.select(sources).with(sources.length, i -> changed[i]);
  }

  private Object[] values(Batch in, Vector[] decoded) {
    int size = in.size();
    int count = inputs.length + results.length + made.length + coded.length + derived.length;
    var values = new Object[count];
    int next = 0;
    for (int index : inputs) {
      values[next++] = Columns.array(decoded[index], layout.forms().get(index), size);
    }
    for (Form result : results) {
      values[next++] = Columns.room(result, size);
    }
    for (Made object : made) {
      values[next++] = object.make();
    }
    for (int field : coded) {
      values[next++] = ((Coded) in.field(field)).codes();
    }
    for (OverDictionary each : derived) {
      values[next++] = each.of((Coded) in.field(each.field()));
    }
    return values;
  }

  private @Nullable Vector[] changed(Object[] values, int kept) {
    var vectors = new Vector[results.length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = Columns.first(kept, values[inputs.length + i], results[i]);
    }
    var changed = new @Nullable Vector[sources.length];
    for (Column change : changes) {
      changed[change.place] = change.constant == null ? vectors[change.result] : change.constant;
    }
    return changed;
  }
}
