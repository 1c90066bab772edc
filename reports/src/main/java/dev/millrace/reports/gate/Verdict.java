package dev.millrace.reports.gate;

/// What the gate says of one series.
public enum Verdict {
  /// The whole interval is slower than the margin allows.
  REGRESSED("regressed", 1),
  /// The two sides do not measure the same thing, or have no number.
  NOT_COMPARABLE("not comparable", 4),
  /// The baseline has it, the candidate does not.
  MISSING("missing", 3),
  /// The interval crosses the margin, or there is none.
  INCONCLUSIVE("inconclusive", 2),
  /// The whole interval is faster than the margin.
  IMPROVED("improved", 0),
  /// The whole interval is within the margin.
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

  /// The exit code of a comparison whose gravest verdict this is; graver verdicts come first in the
  /// order of the constants.
  public int exitCode() {
    return exitCode;
  }

  /// Whether it keeps the gate shut.
  public boolean blocks() {
    return exitCode != 0;
  }
}
