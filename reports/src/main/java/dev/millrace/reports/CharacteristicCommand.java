package dev.millrace.reports;

import dev.millrace.reports.characteristic.Characteristic;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `gate characteristic`: how often does the rule cry wolf, and what does it miss?
@Command(
    name = "characteristic",
    description = {
      "Measures false alarms and power of the gate's rule and of popular ones, side by side.",
      "The same data, seed and number of suites give the same digits."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:measured; with --check, and the rule keeps its bounds",
      " 1:with --check: the rule is outside of its bounds, which are named",
      "64:the command line makes no sense",
      "65:the data file is missing or not of the form that is needed"
    })
final class CharacteristicCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "FILE.jsonl",
      description = {
        "benchmarks of identical code, one a line: {\"forks\": [[iteration, ...], ...]},",
        "10 forks or more; simulated when not given"
      })
  private @Nullable Path data;

  @Option(names = "--seed", paramLabel = "N", description = "the randomness, 1 by default")
  private long seed = 1;

  @Option(names = "--suites", paramLabel = "N", description = "suites to draw, 1500 by default")
  private int suites = 1_500;

  @Option(names = "--check", description = "fail unless the rule keeps its bounds")
  private boolean check;

  @Override
  public Integer call() {
    if (suites < 1) {
      throw new ParameterException(spec.commandLine(), "--suites is at least 1, not " + suites);
    }
    var err = spec.commandLine().getErr();
    var characteristic =
        Characteristic.measure(new Characteristic.Plan(data, seed, suites), err::println);
    var out = spec.commandLine().getOut();
    out.print(characteristic.markdown());
    out.flush();
    var broken = characteristic.broken();
    if (!check || broken.isEmpty()) {
      return 0;
    }
    broken.forEach(err::println);
    return 1;
  }
}
