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
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a trace event by event; whatever does not fit together is an error with its place.
///
/// Checked are: that units count from 0, that each is of a described segment, waits for units that
/// are there and ended before it began, and shares its worker with no other at a time.
final class TraceReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String REMEDY = "; was it written by run.sh --trace?";
  private static final double NANOSECONDS = 1_000;

  private final Path file;
  private final JsonParser parser;
  private final List<Unit> units = new ArrayList<>();
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
          case ZipException _ -> "not compressed, though its name ends in .gz";
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
    } catch (JacksonException e) {
      throw error(e.getLocation(), "not a trace (" + e.getOriginalMessage() + ")" + REMEDY);
    }
    if (description == null || units.isEmpty()) {
      var lacking = description == null ? "no 'otherData'" : "no unit (an event of \"ph\": \"X\")";
      throw new UnreadableInputException(file + ": there is " + lacking + " in it" + REMEDY);
    }
    check(description);
    try {
      return new Trace(file, description, units);
    } catch (IllegalArgumentException e) {
      throw new UnreadableInputException(file + ": " + e.getMessage());
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
    if (!Objects.equals(args.unit(), units.size())) {
      throw error(place, "unit " + units.size() + " is expected here, not " + args.unit());
    }
    if (!(begin >= 0 && took >= 0 && worker >= 0)) {
      throw error(place, "'ts', 'dur' and 'tid' of a unit are at least 0");
    }
    var start = Math.round(begin * NANOSECONDS);
    var end = start + Math.round(took * NANOSECONDS);
    var name = Objects.requireNonNullElse(event.name(), "");
    return new Unit(name, worker, start, end, args.waitsFor(), segment);
  }

  private void check(Description known) {
    var segments = known.segments().stream().map(Description.Segment::segment).toList();
    var last = new HashMap<Integer, Integer>();
    for (var number : byStart()) {
      var unit = units.get(number);
      require(
          segments.contains(unit.segment()),
          number,
          "is of segment " + unit.segment() + ", which 'otherData.segments' does not describe");
      unit.after().forEach(each -> checkOrder(number, unit, each));
      var previous = last.put(unit.worker(), number);
      require(
          previous == null || units.get(previous).end() <= unit.start(),
          number,
          "begins on worker " + unit.worker() + " before unit " + previous + " there has ended");
    }
  }

  private void checkOrder(int number, Unit unit, int awaited) {
    require(
        awaited >= 0 && awaited < units.size(),
        number,
        "waits for unit " + awaited + ", which there is not");
    require(
        units.get(awaited).end() <= unit.start(),
        number,
        "begins before unit " + awaited + " has ended, for which it waits");
  }

  private List<Integer> byStart() {
    return Trace.byStart(units).boxed().toList();
  }

  private void require(boolean holds, int unit, String otherwise) {
    if (!holds) {
      throw error(places.get(unit), "unit " + unit + " " + otherwise);
    }
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
