package dev.millrace.bench;

import dev.millrace.Engines;
import dev.millrace.bench.job.Jobs;
import dev.millrace.bench.run.Params;
import dev.millrace.bench.run.Preset;
import dev.millrace.bench.suite.Suites;
import dev.millrace.bench.workload.FeedSource;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The options of [Bench], as they were typed, and what they mean.
final class BenchOptions {
  /// The engines that are measured unless others are named, however many are registered.
  private static final List<Engines> FIRST_TABLE =
      List.of(
          Engines.EAGER,
          Engines.FUSED,
          Engines.FORKJOIN,
          Engines.WORKOR_MVAR,
          Engines.WORKOR_LOCKFREE);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set when the command line is made
  private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "quick",
      paramLabel = "quick|full",
      description = "How much is measured: a look in a few minutes, or numbers to quote.")
  private Preset preset = Preset.QUICK;

  @Option(
      names = "--suites",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = SuiteNames.class,
      description = {
        "Which suites: ${COMPLETION-CANDIDATES} (default: quick, or with a feed, pipeline, engines",
        "or jobs named: scaling; else full: all)."
      })
  private List<String> suites = List.of();

  @Option(
      names = "--feed",
      paramLabel = "FILE",
      description = "Your own feed (CSV, JSON lines or JSON), instead of the generated one.")
  private @Nullable Path feed;

  @Option(
      names = "--pipeline",
      paramLabel = "FILE",
      description = "Your own pipeline, instead of the built-in jobs.")
  private @Nullable Path pipeline;

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "NAME",
      description = "Which engines (default: eager, fused, forkjoin and the two workor engines).")
  private List<String> engines = List.of();

  @Option(
      names = "--jobs",
      split = ",",
      paramLabel = "NAME",
      description = "Which built-in jobs (default: all).")
  private List<String> jobs = List.of();

  @Option(
      names = "--parallelism",
      split = ",",
      paramLabel = "N",
      description = "How many threads a run may use (default: 1,2,4; full: 1,2,4,8).")
  private List<Integer> parallelism = List.of();

  @Option(
      names = "--items",
      paramLabel = "N",
      description = "Size of the generated feed (default: 4,000; full: 200,000).")
  private @Nullable Integer items;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Copies of your own feed (default: as many as make 10,000 items).")
  private @Nullable Integer repeat;

  @Option(
      names = "--key",
      paramLabel = "FIELD",
      description = "The field of your feed that tells items apart; copies get keys of their own.")
  private @Nullable String key;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE[,VALUE]",
      mapFallbackValue = "",
      description = "Values for a param of the suites but scaling, in place of all that it has.")
  private Map<String, String> params = Map.of();

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "JVMs that measure each point (default: 3; full: 5, or as the suite says).")
  private @Nullable Integer forks;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go (default: out/bench-<time>).")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Goes on with the run in DIR that was killed or interrupted, with the options it was",
        "started with; scripts/bench.sh takes the last run if DIR is left out."
      })
  private @Nullable Path resume;

  @Option(
      names = "--profile",
      paramLabel = "hdr",
      description = {
        "hdr: also keeps how long every single run took, in the suites hand-off, waiting and grants,",
        "as HdrHistogram logs in DIR/latency."
      })
  private @Nullable Profiler profiler;

  /// What may be asked for beside what is always measured.
  private enum Profiler {
    HDR
  }

  @Option(
      names = "--strict",
      description = "Measures nothing if a check of the machine gives a warning.")
  private boolean strict;

  /// Checks what can be checked without reading a file.
  ///
  /// @throws ParameterException if options are wrong or do not go together
  void check() {
    var complaints = new Complaints(spec);
    complaints.known("suite", suites, Suites.labels());
    complaints.known("engine", engines, Engines.labels());
    complaints.known("job", jobs, Jobs.labels());
    parallelism.forEach(threads -> complaints.positive("--parallelism", threads));
    complaints.positive("--items", items);
    complaints.positive("--repeat", repeat);
    complaints.positive("--forks", forks);
    checkScaling(complaints);
    checkParams(complaints);
    complaints.refuse(
        feed != null && pipeline == null,
        "--feed: the built-in jobs do not fit a feed of your own; name a pipeline for it with"
            + " --pipeline FILE");
    complaints.refuse(
        feed != null && items != null, "--items: is for the generated feed; see --repeat");
    complaints.refuse(
        feed == null && repeat != null, "--repeat: is for a feed of your own; see --items");
    complaints.refuse(feed == null && key != null, "--key: is for a feed of your own; see --feed");
    complaints.refuse(
        pipeline != null && !jobs.isEmpty(), "--jobs: names built-in jobs; leave out --pipeline");
  }

  private void checkParams(Complaints complaints) {
    String problem = Params.of(params).problem(agenda().matrices());
    complaints.refuse(problem != null, "--param: " + problem);
  }

  /// Checks that options for the scaling suite come with it.
  private void checkScaling(Complaints complaints) {
    var given = new LinkedHashMap<String, Boolean>();
    given.put("--feed", feed != null);
    given.put("--pipeline", pipeline != null);
    given.put("--engines", !engines.isEmpty());
    given.put("--jobs", !jobs.isEmpty());
    given.put("--parallelism", !parallelism.isEmpty());
    given.put("--items", items != null);
    boolean measured = suites().contains(Suites.SCALING);
    given.forEach((option, isGiven) ->
        complaints.refuse(
            isGiven && !measured,
            option + ": is for the scaling suite, which --suites does not name"));
  }

  /// What is measured.
  Agenda agenda() {
    return new Agenda(preset, forks, suites(), selection(), Params.of(params));
  }

  private List<Suites> suites() {
    if (!suites.isEmpty()) {
      return distinct(suites).stream().map(Suites::of).toList();
    }
    boolean isOwnChoice = feed != null || pipeline != null || !engines.isEmpty() || !jobs.isEmpty();
    return preset == Preset.QUICK || isOwnChoice
        ? List.of(Suites.SCALING)
        : List.of(Suites.values());
  }

  /// The feed.
  FeedSource feed() {
    return feed == null
        ? new FeedSource.Generated(FeedSource.DEFAULT_SEED, items == null ? preset.items() : items)
        : new FeedSource.FromFile(feed.toAbsolutePath(), repeat, key);
  }

  /// The jobs by their names, each with its plan file, null for a built-in one.
  Map<String, @Nullable Path> jobs() {
    var chosen = new LinkedHashMap<String, @Nullable Path>();
    if (pipeline != null) {
      chosen.put(jobName(pipeline), pipeline.toAbsolutePath());
    } else {
      List<String> names = jobs.isEmpty() ? Jobs.labels() : jobs;
      names.forEach(name -> chosen.put(name, null));
    }
    return chosen;
  }

  /// What of the scaling suite is measured.
  private Selection selection() {
    return new Selection(
        distinct(engines.isEmpty() ? FIRST_TABLE.stream().map(Engines::label).toList() : engines),
        List.copyOf(jobs().keySet()),
        distinct(parallelism.isEmpty() ? preset.parallelism() : parallelism));
  }

  /// Where results go.
  Path out() {
    return out == null
        ? Path.of("out", "bench-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP))
        : out;
  }

  /// The folder of the run to go on with; null to begin one.
  @Nullable Path resume() {
    return resume;
  }

  /// Whether the latency of every run is kept.
  boolean keepsLatency() {
    return profiler == Profiler.HDR;
  }

  /// Whether a machine that is not fit to measure on is refused.
  boolean isStrict() {
    return strict;
  }

  /// A file's name without its extension, in letters that are safe in every result file.
  static String jobName(Path pipeline) {
    String name = String.valueOf(pipeline.getFileName()).replaceFirst("(?i)\\.json(\\.gz)?$", "");
    return name.replaceAll("[^\\p{L}\\p{N}._-]", "-");
  }

  private static <T> List<T> distinct(List<T> values) {
    return new ArrayList<>(new LinkedHashSet<>(values));
  }
}
