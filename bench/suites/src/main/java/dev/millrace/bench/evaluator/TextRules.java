package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.function.Texts;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;

/// J2: rules that read and write texts.
public final class TextRules
    implements EvaluatorJob<Product, Labelled>, ItemSteps<Product, Product, Labelled> {
  @Override
  public String question() {
    return "What does an evaluator cost beside functions of texts? The condition is true for a"
        + " quarter, the filter keeps half, both at random.";
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse(
        """
        [{"set": {"title": {
           "if": {"contains": {"lower": {"field": "title"}}, "find": "shirt"},
           "then": {"camel_case": {"field": "title"}},
           "else": {"concat": [{"field": "brand"}, " ", {"field": "title"}]}}}},
         {"filter": {"less": {"field": "stock"}, "than": 100}},
         {"set": {"label": {"concat": [{"field": "brand"}, " ", {"field": "price"}]}}}]
        """);
  }

  @Override
  public double kept(int items) {
    return 0.5;
  }

  @Override
  public List<Labelled> hand(List<Product> rows) {
    var out = new ArrayList<Labelled>();
    for (Product row : rows) {
      Product changed = before(row);
      if (keep(changed)) {
        out.add(after(changed));
      }
    }
    return out;
  }

  @Override
  public TunedLoop<List<Labelled>, Labelled> tuned(List<Product> rows) {
    return new TunedLoop<>(() -> filterFirst(rows), given -> given);
  }

  /// The loop that filters before it makes texts.
  private List<Labelled> filterFirst(List<Product> rows) {
    var out = new ArrayList<Labelled>();
    for (Product row : rows) {
      if (keep(row)) {
        out.add(after(before(row)));
      }
    }
    return out;
  }

  @Override
  public Value[] values(Labelled given) {
    return given.values();
  }

  @Override
  public Product before(Product row) {
    boolean isShirt = Texts.lower(row.title()).contains("shirt");
    return row.withTitle(isShirt ? Texts.camelCase(row.title()) : row.brand() + " " + row.title());
  }

  @Override
  public boolean keep(Product changed) {
    return changed.stock() < 100;
  }

  @Override
  public Labelled after(Product kept) {
    var label = new StringBuilder(kept.brand()).append(' ');
    appendPrice(kept.cents(), label);
    return new Labelled(kept, label.toString());
  }

  /// A price as numbers are written: no more decimals than there are.
  private static void appendPrice(long cents, StringBuilder out) {
    out.append(cents / 100);
    long rest = cents % 100;
    if (rest != 0) {
      out.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        out.append(rest % 10);
      }
    }
  }
}
