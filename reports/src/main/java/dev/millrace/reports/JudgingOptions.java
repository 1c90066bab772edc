package dev.millrace.reports;

import dev.millrace.reports.gate.AcceptedList;
import dev.millrace.reports.gate.Comparison;
import dev.millrace.reports.gate.Format;
import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.gate.Measure;
import dev.millrace.reports.gate.Policy;
import dev.millrace.reports.gate.Verdict;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.rule.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The options that say what is judged, how, and in which form it is told.
final class JudgingOptions {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      converter = MarginConverter.class,
      description = "how much worse score and CPU time may be, as 2%% (the default)")
  private Margin margin = new Margin(0.02);

  @Option(
      names = "--metric",
      paramLabel = "NAME[=PERCENT]",
      description = {
        "judge this metric, with a margin of its own; may be repeated. wall is the score; cpu,",
        "allocation, instructions, or any secondary metric by its name in the file. Without it",
        "these four are judged where they were measured, the last two with a margin of 1%%"
      })
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--accept",
      paramLabel = "FILE",
      description = "regressions that are accepted, with reason, owner and expiry date (JSON)")
  private @Nullable Path accept;

  @Option(
      names = "--on-inconclusive",
      paramLabel = "fail|pass",
      description = "what a verdict inconclusive does to the exit code (default: fail)")
  private Reaction onInconclusive = Reaction.FAIL;

  @Option(
      names = "--on-missing",
      paramLabel = "fail|pass",
      description = "what a missing benchmark does to the exit code (default: fail)")
  private Reaction onMissing = Reaction.FAIL;

  @Option(
      names = "--on-renamed",
      paramLabel = "fail|pass",
      description = "what a missing benchmark does that seems to be renamed (default: fail)")
  private Reaction onRenamed = Reaction.FAIL;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), markdown, json, junit or sarif")
  private Format format = Format.TEXT;

  /// What a verdict does to the exit code.
  private enum Reaction {
    FAIL,
    PASS
  }

  /// The policy that the options ask for.
  Policy policy() {
    var measures =
        metrics.isEmpty()
            ? Measure.defaults(margin)
            : metrics.stream().map(this::measure).toList();
    var accepted =
        accept == null
            ? AcceptedList.NONE
            : AcceptedList.read(accept, LocalDate.now(Clock.systemUTC()));
    return new Policy(measures, Settings.DEFAULT, tolerated(), accepted);
  }

  private Set<Verdict> tolerated() {
    var tolerated = EnumSet.noneOf(Verdict.class);
    if (onInconclusive == Reaction.PASS) {
      tolerated.add(Verdict.INCONCLUSIVE);
    }
    if (onMissing == Reaction.PASS) {
      tolerated.addAll(EnumSet.of(Verdict.MISSING, Verdict.RENAMED));
    }
    if (onRenamed == Reaction.PASS) {
      tolerated.add(Verdict.RENAMED);
    }
    return tolerated;
  }

  private Measure measure(String text) {
    try {
      return Measure.parse(text, margin);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--metric': " + e.getMessage(), e);
    }
  }

  /// Refuses metrics that were asked for and that no series of the files has.
  void requireMeasured(Policy policy, ResultFile... files) {
    if (metrics.isEmpty()) {
      return;
    }
    for (var measure : policy.measures()) {
      if (Stream.of(files).noneMatch(measure::isIn)) {
        throw new ParameterException(
            spec.commandLine(),
            "--metric " + measure.name() + ": no series of the files has it; " + measure.remedy());
      }
    }
  }

  /// Prints a comparison in the form that was asked for; its exit code is the command's.
  int tell(Comparison comparison) {
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
