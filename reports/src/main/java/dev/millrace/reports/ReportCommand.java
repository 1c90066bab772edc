package dev.millrace.reports;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.chart.Style;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.results.Notes;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.study.FileNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `report`: charts, tables and a page from JMH result files.
@Command(
    name = "report",
    subcommands = TrendCommand.class,
    description = {
      "Makes charts and a page from JMH result files (-rf json, any version).",
      "An environment.json beside a file is read when it is there.",
      "The last line printed names its index.html."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the report is written",
      "64:the command line makes no sense",
      "65:a file is missing, cut short or not a JMH result",
      "69:no font is installed, charts cannot be drawn",
      "73:the folder cannot be written"
    })
final class ReportCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "RESULTS.json",
      arity = "0..*",
      description = "JMH result files; series that several hold are told apart by file")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the report's folder (default: report, beside the first file)")
  private @Nullable Path out;

  @Option(
      names = "--axis",
      paramLabel = "PARAM",
      description = {
        "the param on the horizontal axis (default, for each class: parallelism, else JMH threads",
        "where they vary, else the numeric param with the most values, three at least, else bars);",
        "'threads' is JMH's own thread count"
      })
  private @Nullable String axisName;

  @Option(
      names = "--tags",
      paramLabel = "NAME",
      split = ",",
      description = {
        "what the files are called, as before,after, where several hold the same series: each is",
        "compared with the first (default: their names, told apart)"
      })
  private List<String> tags = List.of();

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      converter = JudgingOptions.MarginConverter.class,
      description = "the margin of that comparison, as 2%% (the default)")
  private Margin margin = new Margin(0.02);

  @Override
  public Integer call() throws IOException {
    requireFiles();
    var files = paths.stream().map(ResultFile::read).toList();
    var series = files.stream().flatMap(file -> file.series().stream()).toList();
    var names = tags.isEmpty() ? FileNames.of(paths) : tags;
    var panels = Arrangement.of(files, names, axis(series));
    var pairs = BeforeAfter.of(files, names, margin);
    Style.requireFonts();
    var page = new ReportFolder(folder(), files).write(panels, pairs);
    var out = spec.commandLine().getOut();
    Notes.of(files).forEach(note -> out.println("note: " + note));
    out.println("report: " + page);
    return 0;
  }

  private void requireFiles() {
    if (paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name result files: RESULTS.json...");
    }
    if (!tags.isEmpty() && tags.size() != paths.size()) {
      throw new ParameterException(
          spec.commandLine(), "--tags: " + tags.size() + " for " + paths.size() + " files");
    }
  }

  private @Nullable Axis axis(List<Series> series) {
    try {
      return axisName == null ? null : Axis.named(axisName, series);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Path folder() {
    return out == null ? paths.getFirst().resolveSibling("report") : out;
  }
}
