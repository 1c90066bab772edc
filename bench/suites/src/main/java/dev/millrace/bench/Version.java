package dev.millrace.bench;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version that the jar was built as.
public final class Version implements IVersionProvider {
  /// The version of this jar.
  public Version() {}

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"millrace bench " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
