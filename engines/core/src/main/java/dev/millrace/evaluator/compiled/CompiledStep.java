package dev.millrace.evaluator.compiled;

import dev.millrace.evaluator.compiled.Form.Kind;
import dev.millrace.evaluator.vectorised.Batch;
import dev.millrace.evaluator.vectorised.BatchStep;
import dev.millrace.evaluator.vectorised.BatchSteps;
import dev.millrace.evaluator.vectorised.Counts;
import dev.millrace.feed.Column;
import dev.millrace.feed.Type;
import dev.millrace.plan.Step;
import dev.millrace.vector.Vector;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A stretch of item-wise steps as generated code. Shared by threads.
///
/// The code is for one layout of the columns that it reads: their types, scales, and whether they
/// have nulls. When a batch comes that it does not cover, code is made for a wider one; layouts
/// only grow, and there are few. What is beyond the code, numbers outside of long above all, is
/// left to the vectorised steps, batch by batch; after some such batches in a row, nearly all of
/// the rest.
public final class CompiledStep implements BatchStep {
  private static final int MOST_LAYOUTS = 8;
  private static final int MOST_UNFIT = 8;
  private static final int BETWEEN_TRIES = 64;

  private final List<Step> steps;
  private final List<BatchStep> vectorised;
  private volatile @Nullable List<Integer> inputs;
  private volatile @Nullable Compiled compiled;
  private final AtomicInteger unfitInARow = new AtomicInteger();
  private int layouts;

  /// A stretch, at least one step, of steps that can become statements.
  CompiledStep(List<Step> steps) {
    this.steps = steps;
    this.vectorised = BatchSteps.of(steps);
  }

  @Override
  public Batch of(Batch in, Counts counts) {
    if (in.size() == 0 || (isGivenUp() && !isTriedAgain())) {
      return vectorised(in, counts);
    }
    Batch made = made(in, counts);
    if (made == null) {
      unfitInARow.incrementAndGet();
      return vectorised(in, counts);
    }
    if (unfitInARow.get() > 0) {
      unfitInARow.set(0);
    }
    return made;
  }

  /// What the vectorised steps make of a batch.
  public Batch vectorised(Batch in, Counts counts) {
    return BatchSteps.all(vectorised, in, counts);
  }

  /// The class of the code that is used now; null when there is none yet. Plans of the same shape
  /// over columns of the same layout have the same.
  public @Nullable Class<?> code() {
    Compiled known = compiled;
    return known == null ? null : known.code();
  }

  /// Makes the code for a batch its own if another plan had it made already.
  public void findCode(Batch in) {
    Layout layout = layout(in, decoded(in));
    synchronized (this) {
      if (compiled == null) {
        compiled = Compiled.ifKnown(steps, layout.orWhereNothing(declared()));
      }
    }
  }

  /// Whether so many batches in a row were beyond the code that it is hardly tried any more.
  boolean isGivenUp() {
    return unfitInARow.get() >= MOST_UNFIT;
  }

  private boolean isTriedAgain() {
    return unfitInARow.incrementAndGet() % BETWEEN_TRIES == 0;
  }

  /// The fields that the code reads, which are found when they are first asked for: a run may end
  /// without any code.
  private List<Integer> inputs() {
    List<Integer> known = inputs;
    if (known == null) {
      known = Compiled.inputs(steps);
      inputs = known;
    }
    return known;
  }

  private Vector[] decoded(Batch in) {
    List<Integer> inputs = inputs();
    var decoded = new Vector[inputs.size()];
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] = Columns.decoded(in.field(inputs.get(i)), in.size());
    }
    return decoded;
  }

  private Layout layout(Batch in, Vector[] decoded) {
    List<Integer> inputs = inputs();
    var forms = new Form[decoded.length];
    var coded = new TreeSet<Integer>();
    for (int i = 0; i < forms.length; i++) {
      forms[i] = Columns.form(decoded[i], in.size());
      int field = inputs.get(i);
      if (forms[i].kind() == Kind.TEXT && OverDictionary.isWorthIt(in.field(field))) {
        coded.add(field);
      }
    }
    return new Layout(inputs, List.of(forms), coded);
  }

  /// What the code makes of a batch; null when that is beyond it.
  @Nullable Batch made(Batch in, Counts counts) {
    Vector[] decoded = decoded(in);
    Layout layout = layout(in, decoded);
    Compiled program = covering(layout);
    while (program != null) {
      try {
        return program.of(in, decoded, counts);
      } catch (Unfit unfit) {
        boolean isGuessWrong = unfit.scale() > program.layout().scale();
        program = isGuessWrong ? covering(layout.with(unfit.scale())) : null;
      }
    }
    return null;
  }

  /// A program that covers columns of a layout; null when there are too many layouts already.
  private @Nullable Compiled covering(Layout layout) {
    Compiled known = compiled;
    return known != null && known.layout().covers(layout) ? known : compile(layout);
  }

  private synchronized @Nullable Compiled compile(Layout layout) {
    Compiled known = compiled;
    if (known != null && known.layout().covers(layout)) {
      return known;
    }
    if (layouts == MOST_LAYOUTS) {
      return null;
    }
    layouts++;
    Layout wider = known == null ? layout.orWhereNothing(declared()) : known.layout().or(layout);
    Compiled made = Compiled.of(steps, wider);
    compiled = made;
    return made;
  }

  /// The forms of fields in which no value was seen yet.
  private Layout declared() {
    List<Column> columns = steps.getFirst().before().columns();
    List<Integer> inputs = inputs();
    return new Layout(
        inputs, inputs.stream().map(field -> declared(columns.get(field).type())).toList());
  }

  private static Form declared(Type type) {
    return switch (type) {
      case BOOLEAN -> Form.flag(true);
      case NUMBER -> Form.number(0, true);
      case TEXT -> Form.text(true);
      case LIST, MAP, ANY -> Form.VALUE;
    };
  }

  /// The program that was made last, null when there is none yet.
  @Nullable Compiled compiled() {
    return compiled;
  }
}
