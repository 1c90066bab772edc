package dev.millrace.reports.results;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/// JSON as JMH writes it, but for the layout: numbers keep their digits, and what is no number is
/// one of the strings `NaN`, `+INF` and `-INF`.
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /// The value in one line. A number or a text, which most are, needs no generator.
  static String of(Json value) {
    if (value instanceof Json.Numeral(_, var digits) && isFinite(digits)) {
      return digits;
    }
    return value instanceof Json.Text(_, var text) ? '"' + quoted(text) + '"' : generated(value);
  }

  private static String quoted(String text) {
    return String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text));
  }

  private static String generated(Json value) {
    var text = new StringWriter();
    try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(value, out);
    }
    return text.toString();
  }

  /// Writes the shortest digits that are read back as the very same double.
  static void write(double number, JsonGenerator out) {
    if (Double.isFinite(number)) {
      out.writeNumber(number);
    } else {
      out.writeString(Double.isNaN(number) ? "NaN" : number > 0 ? "+INF" : "-INF");
    }
  }

  private static void write(Json value, JsonGenerator out) {
    switch (value) {
      case Json.Text(_, var text) -> out.writeString(text);
      case Json.Numeral(_, var digits) -> writeNumeral(digits, out);
      case Json.Truth(_, var truth) -> out.writeBoolean(truth);
      case Json.Null _ -> out.writeNull();
      case Json.Elements(_, var values) -> {
        out.writeStartArray();
        values.forEach(each -> write(each, out));
        out.writeEndArray();
      }
      case Json.Numbers(_, var values) -> {
        out.writeStartArray();
        for (var number : values) {
          write(number, out);
        }
        out.writeEndArray();
      }
      case Json.Members(_, var values) -> {
        out.writeStartObject();
        values.forEach((key, each) -> {
          out.writeName(key);
          write(each, out);
        });
        out.writeEndObject();
      }
    }
  }

  private static void writeNumeral(String digits, JsonGenerator out) {
    if (isFinite(digits)) {
      out.writeNumber(digits);
    } else {
      out.writeString(digits.startsWith("N") ? "NaN" : digits.startsWith("-") ? "-INF" : "+INF");
    }
  }

  private static boolean isFinite(String digits) {
    return Character.isDigit(digits.charAt(digits.length() - 1));
  }
}
