package dev.millrace.reports;

import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.inspect.Advice;
import dev.millrace.reports.inspect.InspectionJson;
import dev.millrace.reports.inspect.InspectionText;
import dev.millrace.reports.inspect.Inspections;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gate inspect`: what are these results worth, and how should they be measured again?
@Command(
    name = "inspect",
    description = {
      "Says of each series how sure its mean is: the interval over forks beside JMH's, how far forks",
      "and iterations differ, what is odd, which values are outliers; and how many forks of how many",
      "iterations give the interval you want."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:inspected",
      "64:the command line makes no sense",
      "65:the file is missing, cut short or not a JMH result"
    })
final class InspectCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(paramLabel = "RESULTS.json", description = "a JMH result file")
  private Path file;

  @Option(
      names = "--half-width",
      paramLabel = "PERCENT",
      converter = JudgingOptions.MarginConverter.class,
      description = "the 95 %% interval you want, as 1%% (the default): half of it, of the mean")
  private Margin halfWidth = new Margin(0.01);

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = CompareCommand.TimeConverter.class,
      description = "time for all series together, as 30m, 90s or 1h30m: what would it give?")
  private @Nullable Duration budget;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = {
        "what is inspected; may be repeated: wall (the score, the default), cpu, allocation,",
        "instructions, or any secondary metric by its name in the file"
      })
  private List<String> metrics = List.of(Measure.WALL);

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default) or json")
  private Format format = Format.TEXT;

  /// The forms in which inspections are told.
  private enum Format {
    TEXT(InspectionText::of),
    JSON(InspectionJson::of);

    private final Function<Inspections, String> writer;

    Format(Function<Inspections, String> writer) {
      this.writer = writer;
    }
  }

  @Override
  public Integer call() {
    var results = ResultFile.read(file);
    var measures = metrics.stream().map(name -> new Measure(name, halfWidth)).toList();
    for (var measure : measures) {
      if (!measure.isIn(results)) {
        throw new ParameterException(
            spec.commandLine(),
            "--metric " + measure.name() + ": no series has it; " + measure.remedy());
      }
    }
    var series = results.series().stream().map(Series::identity).distinct().count();
    var seconds = budget == null ? Double.POSITIVE_INFINITY : budget.toNanos() / 1e9 / series;
    var wish = new Advice.Wish(halfWidth.fraction(), seconds);
    var out = spec.commandLine().getOut();
    out.print(format.writer.apply(Inspections.of(results, measures, wish)));
    out.flush();
    return 0;
  }
}
