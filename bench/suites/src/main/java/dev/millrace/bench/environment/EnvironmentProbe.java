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
  /// @param threads the most threads that a run may use
  /// @param command how the run was started
  /// @param arguments the arguments in it
  public static Environment probe(
      List<String> forkFlags, int threads, String command, List<String> arguments) {
    var jvm =
        new Environment.Jvm(
            System.getProperty("java.vm.version"),
            System.getProperty("java.vm.vendor"),
            System.getProperty("java.vm.name"),
            List.copyOf(forkFlags));
    var run =
        new Environment.Run(
            command,
            arguments,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            blackholes());
    var files = new SystemFiles(Path.of("/"));
    Environment.Machine machine = new MachineProbe(files).machine();
    List<Check> checks =
        new MachineChecks(files, machine).all(new MomentProbe(files).moment(threads));
    return new Environment(machine, jvm, new GitProbe(codePlace()).project(), run, checks);
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
