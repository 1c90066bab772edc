package dev.millrace.reports.gate.interleaved;

/// One of the two builds that are compared.
public enum Build {
  /// What is held up to.
  BASELINE("baseline"),
  /// What is judged.
  CANDIDATE("candidate");

  private final String label;

  Build(String label) {
    this.label = label;
  }

  /// The name in files and messages.
  public String label() {
    return label;
  }
}
