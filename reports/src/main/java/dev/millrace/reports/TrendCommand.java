package dev.millrace.reports;

import dev.millrace.reports.chart.Style;
import dev.millrace.reports.trend.History;
import dev.millrace.reports.trend.Trend;
import dev.millrace.reports.trend.TrendSentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `report trend`: when did benchmarks become slower or faster?
@Command(
    name = "trend",
    description = {
      "Finds changes of level in the history of every benchmark, and draws it.",
      "Every JMH result file below the folders is a run; files that cannot be read are named and",
      "left out. Runs are in the order of their start, if an environment.json beside each tells",
      "it, else in that of their names. The last line printed names the page."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the trend is written, whatever it shows: the gate decides",
      "64:the command line makes no sense",
      "65:a folder is missing, or none of its files is a JMH result",
      "69:no font is installed, charts cannot be drawn",
      "73:the folder cannot be written"
    })
final class TrendCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "folders of runs")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the folder that is written (default: trend, beside the first folder)")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    var trend = Trend.of(History.read(folders));
    Style.requireFonts();
    var page = TrendFolder.write(trend, folder(), spec.commandLine().getErr()::println);
    var out = spec.commandLine().getOut();
    out.println("runs: " + trend.history().runs().size() + ", " + trend.history().order());
    trend.history().notes().forEach(note -> out.println("note: " + note));
    trend.byLatestChange().stream()
        .filter(course -> course.changes() > 0)
        .forEach(course ->
            out.println(
                course.track().identity().label() + ": " + TrendSentence.of(trend, course)));
    out.println("report: " + page);
    return 0;
  }

  private Path folder() {
    return out == null ? folders.getFirst().toAbsolutePath().resolveSibling("trend") : out;
  }
}
