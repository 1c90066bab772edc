package dev.millrace.reports;

import dev.millrace.reports.chart.Style;
import dev.millrace.reports.results.UnreadableInputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command line of this module: `report` and `gate`.
///
/// Whatever goes wrong is one line on standard error and an exit code, never a stack trace.
@Command(
    name = "reports",
    description = "Says what JMH result files mean.",
    subcommands = {ReportCommand.class, GateCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Reports.Version.class)
public final class Reports implements Runnable {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  /// Runs a subcommand and ends the JVM with its exit code.
  public static void main(String[] arguments) {
    var commandLine = commandLine();
    commandLine.setOut(utf8(FileDescriptor.out));
    commandLine.setErr(utf8(FileDescriptor.err));
    System.exit(commandLine.execute(arguments));
  }

  /// Reports are UTF-8 whatever the locale, because files are made of them.
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /// The command line, ready to execute; its writers may be replaced.
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new Reports());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(Reports::refuse);
    commandLine.setExecutionExceptionHandler(Reports::fail);
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a subcommand: report or gate");
  }

  private static int refuse(ParameterException e, String[] arguments) {
    var command = e.getCommandLine();
    var name = command.getCommandSpec().qualifiedName();
    command.getErr().println(oneLine(e) + " (see " + name + " --help)");
    return ExitCode.USAGE;
  }

  private static int fail(Exception e, CommandLine command, ParseResult parsed) {
    command.getErr().println(message(e));
    return exitCode(e);
  }

  private static String message(Exception e) {
    return switch (e) {
      case UnreadableInputException _, Style.NoFontException _ -> oneLine(e);
      case IOException _, UncheckedIOException _ -> "cannot write the report: " + oneLine(e);
      default -> "fault in this program: " + e.getClass().getSimpleName() + ": " + oneLine(e);
    };
  }

  private static int exitCode(Exception e) {
    return switch (e) {
      case UnreadableInputException _ -> ExitCode.UNREADABLE;
      case Style.NoFontException _ -> ExitCode.UNAVAILABLE;
      case IOException _, UncheckedIOException _ -> ExitCode.CANNOT_WRITE;
      default -> ExitCode.FAULT;
    };
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  /// The version in the jar's manifest.
  static String version() {
    var version = Reports.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /// What `--version` says.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"millrace reports " + version()};
    }
  }
}
