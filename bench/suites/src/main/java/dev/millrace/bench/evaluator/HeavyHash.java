package dev.millrace.bench.evaluator;

import dev.millrace.action.Action;
import dev.millrace.expression.HashAlgorithm;
import dev.millrace.function.Hashes;
import dev.millrace.value.Value;
import java.util.ArrayList;
import java.util.List;

/// J6: so much arithmetic an item that nothing else should count.
public final class HeavyHash implements EvaluatorJob<Product, Labelled> {
  @Override
  public String question() {
    return "Does an evaluator add anything to items of some 400 ns and more, a hash of a hash? The"
        + " first filter keeps nine of ten, the second half of these, both at random.";
  }

  @Override
  public Table<Product> table() {
    return new Products();
  }

  @Override
  public List<Action> plan() {
    return Actions.parse(
        """
        [{"filter": {"at_least": {"field": "stock"}, "limit": 20}},
         {"set": {"digest": {"hash": {"hash": {"field": "title"}, "algorithm": "md5"}}}},
         {"filter": {"less": {"field": "digest"}, "than": "8"}}]
        """);
  }

  @Override
  public double kept(int items) {
    return 0.45;
  }

  @Override
  public List<Labelled> hand(List<Product> rows) {
    var out = new ArrayList<Labelled>();
    for (Product row : rows) {
      if (row.stock() >= 20) {
        String inner = Hashes.hash(row.title(), HashAlgorithm.MD5);
        String digest = Hashes.hash(inner, HashAlgorithm.SHA256);
        if (digest.charAt(0) < '8') {
          out.add(new Labelled(row, digest));
        }
      }
    }
    return out;
  }

  @Override
  public Value[] values(Labelled given) {
    return given.values();
  }
}
