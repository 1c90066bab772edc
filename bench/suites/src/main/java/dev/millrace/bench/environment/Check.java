package dev.millrace.bench.environment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Something about a machine that can spoil what is measured on it, looked at before a run.
///
/// @param name what was looked at, such as `governor`
/// @param verdict what to think of it
/// @param finding what was found, in one line
public record Check(String name, Verdict verdict, String finding) {

  /// What to think of a finding.
  public enum Verdict {
    /// Nothing to mind.
    OK,
    /// Numbers from this run may not be what they seem.
    WARN,
    /// This system does not tell.
    UNKNOWN;

    /// What `environment.json` calls it, such as `warn`.
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Check ok(String name, String finding) {
    return new Check(name, Verdict.OK, finding);
  }

  static Check warn(String name, String finding) {
    return new Check(name, Verdict.WARN, finding);
  }

  static Check unknown(String name) {
    return new Check(name, Verdict.UNKNOWN, "this system does not tell");
  }

  /// A warning if something is so, else all is well.
  static Check warnIf(boolean isBad, String name, String finding) {
    return isBad ? warn(name, finding) : ok(name, finding);
  }
}
