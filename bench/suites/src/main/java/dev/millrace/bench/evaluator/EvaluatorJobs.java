package dev.millrace.bench.evaluator;

/// The registry of evaluator jobs: one line each.
public enum EvaluatorJobs {
  /// Cheap arithmetic, and a filter that keeps half at random.
  J1(new CheapNumbers()),
  /// Rules on texts.
  J2(new TextRules()),
  /// The first of each key.
  J3(new DistinctSkus()),
  /// Count and sum of 2,000 groups.
  J4(new BrandTotals()),
  /// A sort by a number.
  J5(ProductSort.byPrice()),
  /// A sort by a text.
  J5T(ProductSort.byTitle()),
  /// Much arithmetic an item.
  J6(new HeavyHash()),
  /// Cheap rules on rows.
  J7(new CheapRules()),
  /// A chain of 3 rules.
  D3(new Chain(3)),
  /// A chain of 10 rules.
  D10(new Chain(10)),
  /// A chain of 30 rules.
  D30(new Chain(30)),
  /// A chain of 100 rules.
  D100(new Chain(100)),
  /// A chain of 500 rules.
  D500(new Chain(500));

  private final EvaluatorJob<?, ?> job;

  EvaluatorJobs(EvaluatorJob<?, ?> job) {
    this.job = job;
  }

  /// The job.
  public EvaluatorJob<?, ?> job() {
    return job;
  }
}
