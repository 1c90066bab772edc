package dev.millrace.bench.environment;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openjdk.jmh.runner.CompilerHints;

/// Finds out the environment of a run that is about to start.
public final class EnvironmentProbe {
  private EnvironmentProbe() {}

  /// The environment, the JVM being this one, which is also the one of the forks.
  ///
  /// @param forkFlags what each fork is started with
  /// @param command how the run was started
  public static Environment probe(List<String> forkFlags, String command) {
    var jvm =
        new Environment.Jvm(
            System.getProperty("java.vm.version"),
            System.getProperty("java.vm.vendor"),
            System.getProperty("java.vm.name"),
            List.copyOf(forkFlags));
    var run =
        new Environment.Run(
            command, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), blackholes());
    return new Environment(
        new MachineProbe(Path.of("/")).machine(), jvm, new GitProbe(codePlace()).project(), run);
  }

  private static String blackholes() {
    CompilerHints.CompilerHintsSelect mode = CompilerHints.compilerHintsSelect();
    String how = mode.isAuto() ? ", chosen by JMH" : ", chosen by the user";
    return (mode.isEnabled() ? "compiler" : "full, not inlined") + how;
  }

  private static Path codePlace() {
    CodeSource source = EnvironmentProbe.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Path.of("") : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException notAFile) {
      return Path.of("");
    }
  }
}
