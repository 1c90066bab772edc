package dev.millrace.reports.trace;

import dev.millrace.reports.results.UnreadableInputException;
import dev.millrace.reports.trace.TraceEvent.Args;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a trace event by event; whatever does not fit together is an error with its place.
///
/// Checked are: that the numbers of units ascend, that each unit is of a described segment, waits
/// for units that are there and ended before it began, ends within the run, is on a worker that the
/// run had, and shares it with no other at a time.
final class TraceReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(
              DeserializationFeature.ACCEPT_FLOAT_AS_INT,
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String REMEDY = "; was it written by run.sh --trace?";
  private static final double NANOSECONDS = 1_000;

  private final Path file;
  private final JsonParser parser;
  private final List<Unit> units = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<TokenStreamLocation> places = new ArrayList<>();
  private @Nullable Description description;

  private TraceReader(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /// The trace of a file.
  static Trace read(Path file) {
    try (var bytes = open(file);
        var parser = MAPPER.createParser(bytes)) {
      return new TraceReader(file, parser).trace();
    } catch (JacksonIOException e) {
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UnreadableInputException unreadable(Path file, IOException e) {
    var problem =
        switch (e) {
          case NoSuchFileException _ -> "no such file; check the path";
          case ZipException _ ->
              "damaged, or not compressed though its name ends in .gz; record it again";
          case EOFException _ -> "the trace is cut short; record it again";
          default ->
              Files.isDirectory(file)
                  ? "is a folder; name a trace file"
                  : "cannot be read (" + e + "); name a trace file";
        };
    return new UnreadableInputException(file + ": " + problem);
  }

  private static InputStream open(Path file) throws IOException {
    var bytes = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  private Trace trace() {
    try {
      members();
    } catch (JacksonIOException e) {
      throw e;
    } catch (UnexpectedEndOfInputException e) {
      throw error(e.getLocation(), "the trace is cut short; record it again");
    } catch (ValueInstantiationException e) {
      throw error(e.getLocation(), reason(e));
    } catch (MismatchedInputException e) {
      throw error(e.getLocation(), mismatch(e) + REMEDY);
    } catch (JacksonException e) {
      throw error(e.getLocation(), "not a trace (" + e.getOriginalMessage() + ")" + REMEDY);
    }
    if (description == null || units.isEmpty()) {
      var lacking = description == null ? "no 'otherData'" : "no unit (an event of \"ph\": \"X\")";
      throw new UnreadableInputException(file + ": there is " + lacking + " in it" + REMEDY);
    }
    for (var unit = 0; unit < units.size(); unit++) {
      units.set(unit, linked(unit));
    }
    check(description);
    if (units.stream().allMatch(unit -> unit.duration() == 0)) {
      throw new UnreadableInputException(file + ": no unit took any time" + REMEDY);
    }
    try {
      return new Trace(file, description, units);
    } catch (Dag.CircleException e) {
      throw error(e.unit(), "waits for itself, by way of others");
    }
  }

  private void members() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw error(parser.currentTokenLocation(), "a trace is an object" + REMEDY);
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      parser.nextToken();
      switch (key) {
        case "traceEvents" -> events();
        case "otherData" -> description = MAPPER.readValue(parser, Description.class);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw error(parser.currentTokenLocation(), "more text follows the end of the trace");
    }
  }

  private void events() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw error(parser.currentTokenLocation(), "'traceEvents' is a list" + REMEDY);
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var place = parser.currentTokenLocation();
      var event = MAPPER.readValue(parser, TraceEvent.class);
      if (event != null && "X".equals(event.ph())) {
        units.add(unit(event, place));
        places.add(place);
      }
    }
  }

  private Unit unit(TraceEvent event, TokenStreamLocation place) {
    var args = Objects.requireNonNullElse(event.args(), Args.NONE);
    var begin = event.ts();
    var took = event.dur();
    var worker = event.tid();
    var segment = args.segment();
    if (begin == null || took == null || worker == null || segment == null) {
      throw error(place, "a unit has 'tid', 'ts', 'dur' and 'args.segment'" + REMEDY);
    }
    var number = args.unit();
    var last = numbers.isEmpty() ? -1 : numbers.getLast();
    if (number == null || number <= last) {
      throw error(place, "'args.unit' is a number above " + last + " here, not " + number);
    }
    numbers.add(number);
    if (!(begin >= 0 && took >= 0 && worker >= 0)) {
      throw error(place, "'ts', 'dur' and 'tid' of a unit are at least 0");
    }
    var start = Math.round(begin * NANOSECONDS);
    var end = Math.round((begin + took) * NANOSECONDS);
    var name = Objects.requireNonNullElse(event.name(), "");
    return new Unit(name, worker, start, end, args.waitsFor(), segment);
  }

  /// A unit that waits for others by their places among the units, not by their numbers, of which
  /// some may be missing.
  private Unit linked(int unit) {
    var after =
        units.get(unit).after().stream()
            .map(number -> {
              var awaited = Collections.binarySearch(numbers, number);
              if (awaited < 0) {
                throw error(unit, "waits for unit " + number + ", which there is not");
              }
              return awaited;
            })
            .toList();
    return units.get(unit).after(after);
  }

  private void check(Description known) {
    var segments = known.segments().stream().map(Description.Segment::segment).toList();
    var last = new HashMap<Integer, Integer>();
    for (var number : byStart()) {
      var unit = units.get(number);
      var segment = unit.segment();
      if (!segments.contains(segment)) {
        throw error(
            number, "is of segment " + segment + ", which 'otherData.segments' does not describe");
      }
      checkPlace(number, known);
      unit.after().forEach(awaited -> checkOrder(number, awaited));
      var previous = last.put(unit.worker(), number);
      if (previous != null && units.get(previous).end() > unit.start()) {
        var there = "on worker " + unit.worker();
        throw error(number, "begins " + there + " before " + named(previous) + " there has ended");
      }
    }
  }

  private void checkPlace(int number, Description run) {
    var unit = units.get(number);
    if (unit.worker() >= run.parallelism()) {
      throw error(
          number,
          "is on worker "
              + unit.worker()
              + ", but they count from 0 and 'parallelism' is "
              + run.parallelism());
    }
    if (unit.end() > run.wallNs()) {
      throw error(number, "ends after the run, whose 'wallNs' is " + run.wallNs());
    }
  }

  private void checkOrder(int unit, int awaited) {
    if (units.get(awaited).end() > units.get(unit).start()) {
      throw error(unit, "begins before " + named(awaited) + " has ended, for which it waits");
    }
  }

  private List<Integer> byStart() {
    return Trace.byStart(units).boxed().toList();
  }

  private UnreadableInputException error(int unit, String problem) {
    return error(places.get(unit), named(unit) + " " + problem);
  }

  private String named(int unit) {
    return "unit " + numbers.get(unit);
  }

  /// A value of another type than its key has, in the words of the file instead of the parser's.
  private static String mismatch(MismatchedInputException e) {
    var path =
        e.getPath().stream()
            .map(each ->
                Objects.requireNonNullElse(each.getPropertyName(), "[" + each.getIndex() + "]"))
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    var place = path.isEmpty() ? "this" : "'" + path + "'";
    return e.getOriginalMessage().startsWith("Missing")
        ? place + " is missing"
        : place + " has a value of another type";
  }

  private static String reason(ValueInstantiationException e) {
    return e.getCause() instanceof IllegalArgumentException cause
        ? String.valueOf(cause.getMessage())
        : "a value is missing or null" + REMEDY;
  }

  private UnreadableInputException error(@Nullable TokenStreamLocation at, String problem) {
    var place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    return new UnreadableInputException(file + ": " + place + problem);
  }
}
