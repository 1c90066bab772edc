package dev.millrace.reports.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A drawing with its size: a title, one chart or a grid of charts, and one legend for all.
///
/// The numbers that it shows are kept, for the files beside it.
public final class Figure {
  private static final int MARGIN = 12;

  private final String name;
  private final Heading heading;
  private final List<Cell> cells;
  private final @Nullable Legend legend;

  /// A drawing and its place, a heading above it (empty for none), and the numbers in it.
  record Cell(Drawing drawing, Rectangle place, String heading, List<Datum> data) {
    Cell {
      data = List.copyOf(data);
    }
  }

  /// The words of a figure: on top what is plotted and under which conditions, and those for who
  /// cannot see it.
  ///
  /// @param alternative what is to be seen, in a sentence with numbers and without the title; empty
  ///   for the sentence that the means in the figure make by themselves
  public record Heading(String title, String subtitle, String alternative) {
    /// Words for a figure that its means describe.
    public Heading(String title, String subtitle) {
      this(title, subtitle, "");
    }

    /// A heading whose subtitle is made of parts; empty ones are left out.
    static Heading of(String title, String... parts) {
      return new Heading(title, joined(parts));
    }

    /// The same heading with words for who cannot see the figure.
    Heading saying(String words) {
      return new Heading(title, subtitle, words);
    }

    /// Parts of a subtitle as one; empty ones are left out.
    static String joined(String... parts) {
      return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
  }

  Figure(String name, Heading heading, List<Cell> cells, @Nullable Legend legend) {
    this.name = name;
    this.heading = heading;
    this.cells = List.copyOf(cells);
    this.legend = legend;
  }

  /// The stem of its file names.
  public String name() {
    return name;
  }

  /// What is plotted.
  public Heading heading() {
    return heading;
  }

  /// The figure in words, for who cannot see it: its title, and what the numbers do.
  public String alternative() {
    var words = heading.alternative().isEmpty() ? Alternative.of(data()) : heading.alternative();
    return words.isEmpty() ? heading.title() + "." : heading.title() + ". " + words + ".";
  }

  /// The numbers in it.
  public List<Datum> data() {
    return cells.stream().flatMap(cell -> cell.data().stream()).toList();
  }

  /// The width in pixels.
  public int width() {
    return cells.stream().mapToInt(cell -> cell.place().x + cell.place().width).max().orElse(0)
        + MARGIN;
  }

  /// The height in pixels.
  public int height() {
    return bottom() + (legend == null ? 0 : legend.height() + 4) + MARGIN;
  }

  private int bottom() {
    return cells.stream().mapToInt(cell -> cell.place().y + cell.place().height).max().orElse(0);
  }

  /// Draws everything.
  void draw(Graphics2D graphics) {
    graphics.setPaint(Style.PAPER);
    graphics.fill(new Rectangle2D.Double(0, 0, width(), height()));
    graphics.setPaint(Style.INK);
    graphics.setFont(Style.TITLE);
    var room = width() - 2 * MARGIN;
    graphics.drawString(fitted(heading.title(), Style.TITLE, room), MARGIN, 24);
    graphics.setPaint(Style.FAINT);
    graphics.setFont(Style.SUBTITLE);
    if (!heading.subtitle().isEmpty()) {
      graphics.drawString(fitted(heading.subtitle(), Style.SUBTITLE, room), MARGIN, 41);
    }
    for (var cell : cells) {
      draw(graphics, cell);
    }
    if (legend != null) {
      legend.draw(graphics, MARGIN, bottom() + 4);
    }
  }

  private static void draw(Graphics2D graphics, Cell cell) {
    var place = cell.place();
    if (!cell.heading().isEmpty()) {
      graphics.setPaint(Style.INK);
      graphics.setFont(Style.LABEL.deriveFont(Font.BOLD));
      var text = fitted(cell.heading(), graphics.getFont(), place.width - 40);
      var indent = (place.width + 36 - Legend.width(text, graphics.getFont())) / 2;
      graphics.drawString(text, (float) (place.x + indent), place.y - 4);
    }
    cell.drawing().draw(graphics, place);
  }

  /// The text, shortened with an ellipsis until it fits; file and page have the whole of it.
  static String fitted(String text, Font font, double room) {
    if (Legend.width(text, font) <= room) {
      return text;
    }
    var length = text.length();
    while (length > 1 && Legend.width(text.substring(0, length) + "…", font) > room) {
      length = text.offsetByCodePoints(length, -1);
    }
    return text.substring(0, length) + "…";
  }
}
