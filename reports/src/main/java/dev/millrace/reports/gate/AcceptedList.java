package dev.millrace.reports.gate;

import dev.millrace.reports.results.UnreadableInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Regressions and gaps that are known and accepted: each with a reason, an owner and a last day.
///
/// @param today the day on which it is decided what has expired
public record AcceptedList(List<Entry> entries, LocalDate today) {
  /// Nothing is accepted.
  public static final AcceptedList NONE = new AcceptedList(List.of(), LocalDate.EPOCH);

  private static final Set<Verdict> ACCEPTABLE =
      EnumSet.of(Verdict.REGRESSED, Verdict.MISSING, Verdict.RENAMED);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public AcceptedList {
    entries = List.copyOf(entries);
  }

  /// One accepted series; what is null matches any, but for the metric, which is then the score.
  ///
  /// @param expires the last day on which it holds
  public record Entry(
      String benchmark,
      @Nullable String mode,
      @Nullable Integer threads,
      @Nullable Map<String, String> params,
      @Nullable String metric,
      String reason,
      String owner,
      LocalDate expires) {
    public Entry {
      require(benchmark, "benchmark");
      require(reason, "reason");
      require(owner, "owner");
      require(expires, "expires");
    }

    private static void require(@Nullable Object value, String name) {
      if (value == null || value.toString().isBlank()) {
        throw new IllegalArgumentException("'" + name + "' is missing");
      }
    }

    boolean matches(Judgement judgement) {
      var identity = judgement.identity();
      return benchmark.equals(identity.benchmark())
          && (mode == null || mode.equals(identity.mode().label()))
          && (threads == null || threads == identity.threads())
          && (params == null || identity.params().entrySet().containsAll(params.entrySet()))
          && Objects.requireNonNullElse(metric, Measure.WALL).equals(judgement.metric());
    }

    private String words() {
      return reason + " (" + owner + ", until " + expires + ")";
    }
  }

  /// Reads the entries of a JSON file: an array of objects with the names of [Entry].
  ///
  /// @throws UnreadableInputException when the file is not there, or an entry makes no sense
  public static AcceptedList read(Path file, LocalDate today) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableInputException(file + ": no such file; check the path after --accept");
    }
    try {
      var entries = MAPPER.readValue(file.toFile(), Entry[].class);
      return new AcceptedList(Arrays.asList(entries), today);
    } catch (JacksonException e) {
      var place = e.getLocation();
      var at =
          place == null || place.getLineNr() < 1
              ? ""
              : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
      throw new UnreadableInputException(
          file
              + ": "
              + at
              + e.getOriginalMessage()
              + "; an entry of an accept file has"
              + " benchmark, reason, owner, expires, and optionally mode, threads, params, metric");
    }
  }

  /// The judgements with what is accepted shown as such; of several entries the one that holds
  /// longest counts.
  List<Judgement> applyTo(List<Judgement> judgements) {
    return judgements.stream().map(this::apply).toList();
  }

  private Judgement apply(Judgement judgement) {
    var entry =
        entries.stream()
            .filter(each -> each.matches(judgement))
            .max(Comparator.comparing(Entry::expires))
            .orElse(null);
    if (entry == null || !ACCEPTABLE.contains(judgement.verdict())) {
      return judgement;
    }
    return entry.expires().isBefore(today)
        ? judgement.as(
            judgement.verdict(), joined(judgement, "no longer accepted: " + entry.words()))
        : judgement.as(Verdict.ACCEPTED, joined(judgement, entry.words()));
  }

  private static String joined(Judgement judgement, String why) {
    var before = judgement.verdict() == Verdict.REGRESSED ? "" : judgement.reason();
    return before.isEmpty() ? why : before + "; " + why;
  }

  /// What should be deleted from the file: entries without a series, or whose series is well.
  List<String> notes(List<Judgement> judgements) {
    var notes = new ArrayList<String>();
    for (var entry : entries) {
      var matched = judgements.stream().filter(entry::matches).toList();
      var name = "the accepted " + entry.benchmark() + ", " + entry.words() + ",";
      if (matched.isEmpty()) {
        notes.add(name + " matches no series");
      } else if (matched.stream().allMatch(each -> isWell(each.verdict()))) {
        notes.add(name + " is not needed any more");
      }
    }
    return notes;
  }

  private static boolean isWell(Verdict verdict) {
    return verdict == Verdict.PASS || verdict == Verdict.IMPROVED;
  }
}
