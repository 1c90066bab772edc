package dev.millrace.reports;

import dev.millrace.reports.beforeafter.BeforeAfter;
import dev.millrace.reports.chart.Style;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.results.LatencyLog;
import dev.millrace.reports.results.Notes;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import dev.millrace.reports.results.WarmUps;
import dev.millrace.reports.study.Arrangement;
import dev.millrace.reports.study.Axis;
import dev.millrace.reports.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
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
      "environment.json, failures.json and warmup.json beside a file are read when they are there,",
      "and, for warm-up iterations, the log of JMH that has its name (NAME.log of NAME.json).",
      "The last line printed names its index.html."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the report is written, or the replay gave the same hashes",
      " 1:the replay gave other hashes",
      "64:the command line makes no sense",
      "65:a file is missing, cut short, not a JMH result, not a trace, or not a pack",
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
      names = "--trace",
      paramLabel = "TRACE.json",
      description = {
        "a trace of one run, written by run.sh --trace: its timeline, the bounds that its work and",
        "span set, what more cores and faster actions would bring; may be repeated"
      })
  private List<Path> traces = List.of();

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

  @Option(
      names = "--pack",
      paramLabel = "FILE.zip",
      arity = "0..1",
      fallbackValue = "report.zip",
      description = {
        "also write an archive from which the report is made again: result files and what lies",
        "beside them, options, version, and the SHA-256 of every figure, table and verdict",
        "(default: report.zip)"
      })
  private @Nullable Path pack;

  @Option(
      names = "--replay",
      paramLabel = "FILE.zip",
      description = "make the report of a pack again and compare every hash")
  private @Nullable Path replay;

  @Override
  public Integer call() throws IOException {
    var isNothing = paths.isEmpty() && traces.isEmpty();
    if ((replay == null) == isNothing) {
      throw usage("name result files, or a trace with --trace, or a pack with --replay", null);
    }
    if (pack != null && !pack.toString().endsWith(".zip")) {
      throw usage("--pack " + pack + ": name a file that ends in .zip", null);
    }
    if (!tags.isEmpty() && tags.size() != paths.size()) {
      throw usage("--tags: " + tags.size() + " for " + paths.size() + " files", null);
    }
    var inputs = new Pack.Inputs(paths, traces, axisName, tags, margin);
    requireDistinct(inputs.names());
    if (replay != null) {
      requireNothingElse();
    }
    Style.requireFonts();
    return replay == null ? report(inputs, folder()) : replay(replay);
  }

  /// Series of two files with one name could not be told apart.
  private void requireDistinct(List<String> names) {
    var met = new HashSet<String>();
    for (var name : names) {
      if (!met.add(name)) {
        throw usage(
            name + ": two files of this name; name each once, or --tags of their own", null);
      }
    }
  }

  /// A pack knows how its report was made.
  private void requireNothingElse() {
    var parsed = spec.commandLine().getParseResult();
    for (var option : List.of("--axis", "--margin", "--pack")) {
      if (parsed.hasMatchedOption(option)) {
        throw usage(option + ": a pack is replayed as it was made", null);
      }
    }
  }

  private int report(Pack.Inputs inputs, Path folder) throws IOException {
    var report = write(inputs, folder);
    var out = spec.commandLine().getOut();
    if (pack != null) {
      Pack.write(pack, inputs, report);
      out.println("pack: " + pack);
    }
    out.println("report: " + report.page());
    return 0;
  }

  private ReportFolder.Written write(Pack.Inputs inputs, Path folder) throws IOException {
    var files =
        inputs.results().stream()
            .map(ResultFile::read)
            .map(LatencyLog::addedTo)
            .map(WarmUps::addedTo)
            .toList();
    var runs = inputs.traces().stream().map(Trace::read).toList();
    var series = files.stream().flatMap(file -> file.series().stream()).toList();
    var panels = Arrangement.of(files, inputs.names(), axis(inputs.axis(), series));
    var pairs = BeforeAfter.of(files, inputs.names(), inputs.margin());
    var err = spec.commandLine().getErr();
    var report = new ReportFolder(folder, files, runs).write(panels, pairs, err::println);
    Notes.of(files).forEach(note -> spec.commandLine().getOut().println("note: " + note));
    return report;
  }

  /// Makes a packed report again, in a folder of its own unless one is named.
  private int replay(Path archive) throws IOException {
    var inputs = Files.createTempDirectory("millrace-replay");
    try {
      var packed = Pack.extract(archive, inputs);
      var folder = out == null ? inputs.resolve("report") : out;
      return compared(packed, write(packed.extracted(inputs), folder));
    } finally {
      delete(inputs);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int compared(Pack packed, ReportFolder.Written report) throws IOException {
    var hashes = Pack.hashes(report);
    var names = new TreeSet<>(packed.sha256().keySet());
    names.addAll(hashes.keySet());
    var all = names.size();
    names.removeIf(name -> Objects.equals(packed.sha256().get(name), hashes.get(name)));
    var out = spec.commandLine().getOut();
    names.forEach(name -> out.println("differs: " + name));
    if (!names.isEmpty() && !packed.version().equals(Reports.version())) {
      out.println(
          "note: made by version " + packed.version() + ", and again by " + Reports.version());
    }
    if (!names.isEmpty() && !packed.drawnWith().equals(Pack.thisSystem())) {
      out.println(
          "note: drawn with " + packed.drawnWith() + ", and again with " + Pack.thisSystem());
    }
    out.println("replay: " + (all - names.size()) + " of " + all + " equal");
    return names.isEmpty() ? 0 : ExitCode.DIFFERS;
  }

  private @Nullable Axis axis(@Nullable String name, List<Series> series) {
    try {
      return name == null ? null : Axis.named(name, series);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()), e);
    }
  }

  private ParameterException usage(String problem, @Nullable Throwable cause) {
    return new ParameterException(spec.commandLine(), problem, cause);
  }

  private Path folder() {
    var first = paths.isEmpty() ? traces.getFirst() : paths.getFirst();
    return out == null ? first.resolveSibling("report") : out;
  }
}
