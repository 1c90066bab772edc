package dev.millrace.reports;

import dev.millrace.reports.chart.Style;
import dev.millrace.reports.results.LatencyLog;
import dev.millrace.reports.results.Notes;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Axis;
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

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(
      paramLabel = "RESULTS.json",
      arity = "1..*",
      description = "JMH result files; series that several hold are told apart by file")
  private List<Path> paths;

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

  @Override
  public Integer call() throws IOException {
    var files = paths.stream().map(ResultFile::read).map(LatencyLog::addedTo).toList();
    var series = files.stream().flatMap(file -> file.series().stream()).toList();
    var panels = Arrangement.of(files, axis(series));
    Style.requireFonts();
    var page = new ReportFolder(folder(), files).write(panels);
    var out = spec.commandLine().getOut();
    Notes.of(files).forEach(note -> out.println("note: " + note));
    out.println("report: " + page);
    return 0;
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
