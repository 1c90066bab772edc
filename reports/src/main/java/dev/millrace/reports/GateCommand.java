package dev.millrace.reports;

import dev.millrace.reports.gate.Gate;
import dev.millrace.reports.results.ResultFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gate`: is the candidate slower than the baseline?
@Command(
    name = "gate",
    subcommands = {
      CompareCommand.class,
      InspectCommand.class,
      CharacteristicCommand.class,
      DoctorCommand.class
    },
    description = {
      "Compares a candidate with its baseline by fork means and says whether it got slower.",
      "Needs two forks on each side. An environment.json beside each file is checked when there."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading =
        "%nExit codes (the gravest verdict decides, in the order 1, 4, 3, 2, 0):%n",
    exitCodeList = {
      " 0:every series passes, is improved, or was let through; new ones are not judged",
      " 1:regressed: a series is proven worse than the margin allows",
      " 2:inconclusive: the forks prove nothing; the report says how many more would",
      " 3:missing or renamed: a benchmark of the baseline is not in the candidate",
      " 4:not comparable (machine, JDK, mode or unit differ) or error (no number, failed)",
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

  @Mixin private final JudgingOptions judging = new JudgingOptions();

  @Override
  public Integer call() {
    if (baseline == null || candidate == null) {
      throw new ParameterException(
          spec.commandLine(), "name two result files: BASELINE.json CANDIDATE.json");
    }
    var policy = judging.policy();
    var before = ResultFile.read(baseline);
    var after = ResultFile.read(candidate);
    judging.requireMeasured(policy, before, after);
    return judging.tell(Gate.compare(before, after, policy));
  }
}
