package dev.millrace.reports.results;

import java.util.List;
import java.util.Map;

/// A JSON value that knows where in its file it stands, so that errors can name the place.
///
/// Numbers stay text: the one who asks for a double gets the nearest one to what was written.
sealed interface Json {
  /// Where the value begins.
  Place place();

  /// A position in a text file, both counted from one.
  record Place(int line, int column) {}

  /// An object; of a repeated key the last value is kept. Members keep the order of the file.
  record Members(Place place, Map<String, Json> values) implements Json {}

  /// An array.
  record Elements(Place place, List<Json> values) implements Json {}

  /// An array of numbers of which only the nearest doubles are kept: raw data.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Numbers(Place place, double[] values) implements Json {}

  /// A string.
  record Text(Place place, String value) implements Json {}

  /// A number as written, including the bare `NaN` and `-INF` that old writers left.
  record Numeral(Place place, String digits) implements Json {}

  /// `true` or `false`.
  record Truth(Place place, boolean value) implements Json {}

  /// `null`.
  record Null(Place place) implements Json {}
}
