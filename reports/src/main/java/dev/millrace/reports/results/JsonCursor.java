package dev.millrace.reports.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes [Json] values apart; what is not there or of another kind is an error with its place.
final class JsonCursor {
  private static final String REMEDY = "; was the file written by JMH with -rf json?";

  private final String file;

  JsonCursor(String file) {
    this.file = file;
  }

  /// An error at the value's place.
  UnreadableInputException error(Json at, String problem) {
    return new UnreadableInputException(file, at.place(), problem + REMEDY);
  }

  /// The members of an object.
  Map<String, Json> members(Json at, String problem) {
    if (at instanceof Json.Members(_, var values)) {
      return values;
    }
    throw error(at, problem);
  }

  /// The members of an object, none when it is absent or null.
  Map<String, Json> optional(@Nullable Json at) {
    return at == null || at instanceof Json.Null
        ? Map.of()
        : members(at, "an object is expected here");
  }

  /// The member of an object that must be there.
  Json required(Json at, String key) {
    var value = members(at, "an object with '" + key + "' is expected here").get(key);
    if (value == null) {
      throw error(at, "not a JMH record: '" + key + "' is missing");
    }
    return value;
  }

  /// The elements of an array.
  List<Json> elements(Json at) {
    if (at instanceof Json.Elements(_, var values)) {
      return values;
    }
    if (at instanceof Json.Numbers(_, var values) && values.length == 0) {
      return List.of();
    }
    throw error(at, "a list is expected here");
  }

  /// The nearest doubles to the numbers of an array; not to be changed.
  double[] numbers(Json at) {
    return at instanceof Json.Numbers(_, var values)
        ? values
        : elements(at).stream().mapToDouble(this::number).toArray();
  }

  /// The elements of an array, none when it is absent or null.
  List<Json> optionalElements(@Nullable Json at) {
    return at == null || at instanceof Json.Null ? List.of() : elements(at);
  }

  /// The text of a string.
  String text(Json at) {
    if (at instanceof Json.Text(_, var value)) {
      return value;
    }
    throw error(at, "a text is expected here");
  }

  /// The text of a string, or another text when it is absent or null.
  String text(@Nullable Json at, String otherwise) {
    return at == null || at instanceof Json.Null ? otherwise : text(at);
  }

  /// A string, number or truth value as text.
  String scalar(Json at) {
    return switch (at) {
      case Json.Text(_, var value) -> value;
      case Json.Numeral(_, var digits) -> digits;
      case Json.Truth(_, var value) -> String.valueOf(value);
      case Json.Null _ -> "null";
      case Json.Members _, Json.Elements _, Json.Numbers _ ->
          throw error(at, "a plain value is expected here");
    };
  }

  /// The nearest double to a number, also when JMH wrote it as a string.
  double number(Json at) {
    return switch (at) {
      case Json.Numeral(_, var digits) -> parse(at, digits);
      case Json.Text(_, var value) -> parse(at, value.strip());
      case Json.Null _ -> Double.NaN;
      case Json.Truth _, Json.Members _, Json.Elements _, Json.Numbers _ ->
          throw error(at, "a number is expected here");
    };
  }

  /// The nearest double, or another number when it is absent.
  double number(@Nullable Json at, double otherwise) {
    return at == null ? otherwise : number(at);
  }

  private double parse(Json at, String digits) {
    return switch (digits) {
      case "+INF", "INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      default -> parseFinite(at, digits);
    };
  }

  private double parseFinite(Json at, String digits) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException _) {
      throw error(at, "'" + digits + "' is not a number");
    }
  }
}
