package dev.millrace.reports.gate;

/// What the gate says of one series; graver verdicts come first.
public enum Verdict {
  /// Proven to be worse by more than the margin.
  REGRESSED("regressed", 1),
  /// The benchmark failed, or a score is not a number.
  ERROR("error", 4),
  /// The two sides do not measure the same thing, or not in the same place.
  NOT_COMPARABLE("not comparable", 4),
  /// The baseline has it, the candidate does not.
  MISSING("missing", 3),
  /// Missing, but the candidate has one that differs in nothing but the name.
  RENAMED("renamed", 3),
  /// Nothing is proven; more forks would help.
  INCONCLUSIVE("inconclusive", 2),
  /// A regression or gap that somebody has accepted, with a reason and until a day to come.
  ACCEPTED("accepted", 0),
  /// Proven to be better by more than the margin.
  IMPROVED("improved", 0),
  /// Proven to be within the margin.
  PASS("pass", 0),
  /// Only the candidate has it: reported, not judged.
  NEW("new", 0);

  private final String words;
  private final int exitCode;

  Verdict(String words, int exitCode) {
    this.words = words;
    this.exitCode = exitCode;
  }

  /// The verdict in words.
  public String words() {
    return words;
  }

  /// The exit code of a comparison whose gravest verdict this is.
  public int exitCode() {
    return exitCode;
  }

  /// Whether it keeps the gate shut, unless the policy tolerates it.
  public boolean blocks() {
    return exitCode != 0;
  }
}
