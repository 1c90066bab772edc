package dev.millrace.reports;

import dev.millrace.reports.gate.Format;
import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.results.ResultFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `gate`: is the candidate slower than the baseline?
@Command(
    name = "gate",
    description = {
      "Compares a candidate with its baseline by fork means and says whether it got slower.",
      "Needs two forks on each side. An environment.json beside each file is checked when there."
    },
    subcommands = DoctorCommand.class,
    mixinStandardHelpOptions = true,
    exitCodeListHeading =
        "%nExit codes (the gravest verdict decides, in the order 1, 4, 3, 2, 0):%n",
    exitCodeList = {
      " 0:every series passes or is improved; new ones are reported, not judged",
      " 1:regressed: a series is slower than the margin allows",
      " 2:inconclusive: an interval crosses the margin, or there are too few forks",
      " 3:missing: a benchmark of the baseline is not in the candidate",
      " 4:not comparable: machine, JDK, mode or unit differ, or a score is not a number",
      "64:the command line makes no sense",
      "65:a file is missing, cut short or not a JMH result"
    })
final class GateCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BASELINE.json",
      description = "the results to hold up to")
  private @Nullable Path baseline;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CANDIDATE.json",
      description = "the results to judge")
  private @Nullable Path candidate;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      converter = MarginConverter.class,
      description = "how much slower still passes, as 2%% (the default)")
  private Margin margin = new Margin(0.02);

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), markdown, json, junit or sarif")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    if (baseline == null || candidate == null) {
      throw new ParameterException(
          spec.commandLine(), "name two result files: BASELINE.json CANDIDATE.json");
    }
    var comparison = Gate.compare(ResultFile.read(baseline), ResultFile.read(candidate), margin);
    var out = spec.commandLine().getOut();
    out.print(format.write(comparison));
    out.flush();
    return comparison.exitCode();
  }

  /// Turns a wrong margin into picocli's words.
  static final class MarginConverter implements ITypeConverter<Margin> {
    @Override
    public Margin convert(String value) {
      try {
        return Margin.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + value + "': " + e.getMessage());
      }
    }
  }
}
