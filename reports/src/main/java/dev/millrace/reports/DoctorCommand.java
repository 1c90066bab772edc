package dev.millrace.reports;

import dev.millrace.reports.doctor.Doctor;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.results.ResultFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gate doctor`: can the gate go red on these results?
@Command(
    name = "doctor",
    description = {
      "Proves that the gate can go red on your own results: injects faults into copies of them",
      "and demands the right verdict of each. The files stay as they are."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the gate told every fault",
      " 1:it did not; the table says which",
      "64:the command line makes no sense",
      "65:a file is missing, cut short or not a JMH result, or both share no series"
    })
final class DoctorCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(index = "0", paramLabel = "BASELINE.json", description = "results of a suite")
  private Path baseline;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(
      index = "1",
      paramLabel = "CANDIDATE.json",
      description = "results of the same suite, another run")
  private Path candidate;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      converter = JudgingOptions.MarginConverter.class,
      description = "how much slower still passes, as 2%% (the default)")
  private Margin margin = new Margin(0.02);

  @Override
  public Integer call() {
    var examination = Doctor.examine(ResultFile.read(baseline), ResultFile.read(candidate), margin);
    var out = spec.commandLine().getOut();
    out.print(examination.text());
    out.flush();
    return examination.exitCode();
  }
}
