package dev.millrace.reports.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.millrace.reports.text.Progress;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jfree.chart.text.TextUtils;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import tools.jackson.databind.json.JsonMapper;

/// Turns a [Figure] into the bytes of its files: SVG, PNG, and the plotted numbers as CSV and JSON.
///
/// Figures may be written by several threads at once: what is drawn is the figure's alone.
public final class FigureFiles {
  private static final int PIXEL_RATIO = 2;

  /// What XML cannot hold, which a param may: control characters, and halves of characters.
  private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]");

  private static final String FONTS = "DejaVu Sans, Verdana, sans-serif";

  static {
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private FigureFiles() {}

  /// Writes the files of all figures on all cores, and returns them: no figure has anything to do
  /// with another. The first is drawn alone, as Java 2D sets itself up meanwhile.
  ///
  /// @param told gets a line every few seconds
  /// @throws IOException when the folder cannot be written
  public static List<Path> writeAll(Collection<Figure> figures, Path folder, Consumer<String> told)
      throws IOException {
    var progress = new Progress("drawing", figures.size() + " figures", told);
    try {
      var first = figures.stream().limit(1).map(each -> files(each, folder, progress)).toList();
      var others = figures.parallelStream().skip(1).map(each -> files(each, folder, progress));
      return Stream.concat(first.stream(), others).flatMap(List::stream).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Path> files(Figure figure, Path folder, Progress progress) {
    try {
      var files = write(figure, folder);
      progress.step();
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes `name.svg`, `name.png`, `name.csv` and `name.json` into a folder, and returns them.
  ///
  /// @throws IOException when the folder cannot be written
  public static List<Path> write(Figure figure, Path folder) throws IOException {
    Files.createDirectories(folder);
    return List.of(
        Files.writeString(folder.resolve(figure.name() + ".svg"), svg(figure)),
        Files.write(folder.resolve(figure.name() + ".png"), png(figure)),
        Files.writeString(folder.resolve(figure.name() + ".csv"), csv(figure)),
        Files.writeString(folder.resolve(figure.name() + ".json"), json(figure)));
  }

  /// The figure as an SVG document; equal figures give equal text.
  public static String svg(Figure figure) {
    var graphics = new SVGGraphics2D(figure.width(), figure.height());
    graphics.setFontFunction(_ -> FONTS);
    graphics.setDefsKeyPrefix(figure.name() + "-");
    graphics.setGeomDoubleConverter(FigureFiles::coordinate);
    graphics.setTransformDoubleConverter(FigureFiles::coordinate);
    figure.draw(graphics);
    var box = new ViewBox(0, 0, figure.width(), figure.height());
    var element =
        ILLEGAL.matcher(graphics.getSVGElement(null, true, box, null, null)).replaceAll(" ");
    var words = "<title>" + escaped(figure.alternative()) + "</title>";
    var inside = element.indexOf('>') + 1;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + element.substring(0, inside)
        + words
        + element.substring(inside)
        + "\n";
  }

  private static String escaped(String words) {
    return words.replaceAll("[\\p{Cc}\\p{Cs}]", " ").replace("&", "&amp;").replace("<", "&lt;");
  }

  /// A hundredth of a pixel is as fine as anybody sees.
  private static String coordinate(double value) {
    var hundredths = Math.round(value * 100);
    return hundredths % 100 == 0
        ? String.valueOf(hundredths / 100)
        : String.valueOf(hundredths / 100.0);
  }

  /// The figure as a PNG, two pixels for each of the figure's.
  public static byte[] png(Figure figure) {
    var image =
        new BufferedImage(
            figure.width() * PIXEL_RATIO,
            figure.height() * PIXEL_RATIO,
            BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      smooth(graphics);
      graphics.scale(PIXEL_RATIO, PIXEL_RATIO);
      figure.draw(graphics);
    } finally {
      graphics.dispose();
    }
    return Png.of(image);
  }

  private static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /// Every number in the figure, one a row: forks, means, interval ends and the ideal line.
  public static String csv(Figure figure) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("panel", "quantity", "line", "position", "what", "fork", "value", "unit");
      for (var each : figure.data()) {
        csv.writeRecord(
            each.panel(),
            each.quantity(),
            each.line(),
            each.position(),
            each.what(),
            each.fork(),
            String.valueOf(each.value()),
            each.unit());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// The figure in words and every number in it, the fields of each as in the CSV.
  public static String json(Figure figure) {
    var content = new LinkedHashMap<String, Object>();
    content.put("title", figure.heading().title());
    content.put("subtitle", figure.heading().subtitle());
    content.put("alternative", figure.alternative());
    content.put("data", figure.data());
    return JsonMapper.shared().writeValueAsString(content) + "\n";
  }
}
