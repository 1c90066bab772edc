package dev.millrace.reports.chart;

import dev.millrace.reports.text.Decimal;
import dev.millrace.reports.text.DisplayUnit;
import dev.millrace.reports.trace.Trace;
import dev.millrace.reports.trace.Unit;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One run, workers against time: a row for each worker, coloured by segment, hatched where it has
/// no unit.
///
/// Time is cut into columns of half a pixel. A column has the colour of what took most of its time,
/// and as much of the row's height as of its time was busy, to an eighth; equal neighbours are one
/// rectangle. So the drawing stays small and true however many units there are.
final class Timeline implements Drawing {
  private static final double COLUMN = 0.5;
  private static final int LEVELS = 8;
  private static final int LABELS = 76;
  private static final int AXIS = 34;
  private static final int LEGEND_ROW = 18;
  private static final double HATCH = 7;
  private static final int TICKS = 8;

  private final Trace trace;
  private final List<Integer> workers;
  private final Map<Integer, Double> busy;
  private final List<Integer> segments;

  Timeline(Trace trace) {
    this.trace = trace;
    this.workers = trace.workers();
    this.busy =
        trace.units().stream()
            .collect(
                Collectors.groupingBy(Unit::segment, Collectors.summingDouble(Unit::duration)));
    this.segments =
        busy.keySet().stream()
            .sorted(Comparator.comparing((Integer each) -> busy.get(each)).reversed())
            .toList();
  }

  /// What a stretch of a row looks like: a segment and the busy eighths; 0 when idle.
  private record Look(int segment, int eighths) {}

  /// The height that it needs.
  int height() {
    var entries = segments.size() + 1;
    return workers.size() * rowHeight() + AXIS + 8 + (entries + 1) / 2 * LEGEND_ROW;
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D place) {
    var left = place.getX() + LABELS;
    var width = place.getWidth() - LABELS - 12;
    for (var row = 0; row < workers.size(); row++) {
      var top = place.getY() + row * rowHeight();
      var bar = new Rectangle2D.Double(left, top + 2, width, rowHeight() - 4);
      label(graphics, "worker " + workers.get(row), place.getX() + 4, bar.getCenterY() + 4);
      hatch(graphics, bar);
      draw(graphics, bar, workers.get(row));
    }
    var bottom = place.getY() + workers.size() * rowHeight();
    axis(graphics, left, bottom, width);
    legend(graphics, new Rectangle2D.Double(left, bottom + AXIS + 8, width, 0));
  }

  private int rowHeight() {
    return Math.max(8, Math.min(30, 640 / Math.max(1, workers.size())));
  }

  private void draw(Graphics2D graphics, Rectangle2D bar, int worker) {
    var columns = (int) (bar.getWidth() / COLUMN);
    var looks = looks(worker, columns);
    for (var from = 0; from < columns; ) {
      var to = from + 1;
      while (to < columns && looks[to].equals(looks[from])) {
        to++;
      }
      if (looks[from].eighths() > 0) {
        var height = bar.getHeight() * looks[from].eighths() / LEVELS;
        graphics.setPaint(paint(looks[from].segment()));
        graphics.fill(
            new Rectangle2D.Double(
                bar.getX() + from * COLUMN, bar.getMaxY() - height, (to - from) * COLUMN, height));
      }
      from = to;
    }
  }

  private Look[] looks(int worker, int columns) {
    var times = new HashMap<Integer, Map<Integer, Double>>();
    var scale = (double) columns / trace.length();
    for (var unit : trace.units()) {
      if (unit.worker() == worker) {
        var end = unit.end() * scale;
        for (var at = unit.start() * scale; at < end; ) {
          var column = (int) at;
          var until = Math.min(end, column + 1);
          times
              .computeIfAbsent(column, _ -> new HashMap<>())
              .merge(unit.segment(), until - at, Double::sum);
          at = until;
        }
      }
    }
    var looks = new Look[columns];
    for (var column = 0; column < columns; column++) {
      looks[column] = look(times.getOrDefault(column, Map.of()));
    }
    return looks;
  }

  private static Look look(Map<Integer, Double> times) {
    var busy = times.values().stream().mapToDouble(Double::doubleValue).sum();
    var most =
        times.entrySet().stream()
            .max(
                Map.Entry.<Integer, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(-1);
    var eighths = (int) Math.round(Math.min(1, busy) * LEVELS);
    return eighths == 0 ? new Look(-1, 0) : new Look(most, eighths);
  }

  private static void hatch(Graphics2D graphics, Rectangle2D bar) {
    graphics.setPaint(new Color(0xF4F6F8));
    graphics.fill(bar);
    graphics.setPaint(new Color(0xC5CCD3));
    graphics.setStroke(Pen.stroke(0.7f));
    for (var x = bar.getX() - bar.getHeight(); x < bar.getMaxX(); x += HATCH) {
      var from = Math.max(x, bar.getX());
      var to = Math.min(x + bar.getHeight(), bar.getMaxX());
      graphics.draw(
          new Line2D.Double(from, bar.getMaxY() - (from - x), to, bar.getMaxY() - (to - x)));
    }
  }

  private void axis(Graphics2D graphics, double left, double bottom, double width) {
    graphics.setPaint(Style.FAINT);
    graphics.setStroke(Pen.stroke(1f));
    graphics.draw(new Line2D.Double(left, bottom, left + width, bottom));
    var unit = DisplayUnit.of("ns/op", (double) trace.length());
    var length = trace.length() * unit.factor();
    var step = step(length / TICKS);
    for (var tick = 0; tick * step <= length; tick++) {
      var x = left + tick * step / length * width;
      graphics.setPaint(Style.FAINT);
      graphics.draw(new Line2D.Double(x, bottom, x, bottom + 4));
      var text = Axes.number().format(tick * step);
      label(graphics, text, x - Legend.width(text, Style.TICK) / 2, bottom + 16);
    }
    var name = "time since the run began, " + unit.label().replace("/op", "");
    label(graphics, name, left + width - Legend.width(name, Style.TICK), bottom + 31);
  }

  /// The least of 1, 2, 5, 10, … that is as great.
  private static double step(double least) {
    var power = Math.pow(10, Math.floor(Math.log10(least)));
    for (var factor : List.of(1, 2, 5)) {
      if (power * factor >= least) {
        return power * factor;
      }
    }
    return power * 10;
  }

  /// What is what, that which took most of the time first, in two columns.
  private void legend(Graphics2D graphics, Rectangle2D place) {
    for (var entry = 0; entry <= segments.size(); entry++) {
      var x = place.getX() + entry % 2 * place.getWidth() / 2;
      var y = place.getY() + entry / 2 * LEGEND_ROW;
      var swatch = new Rectangle2D.Double(x, y, 24, 12);
      if (entry < segments.size()) {
        graphics.setPaint(paint(segments.get(entry)));
        graphics.fill(swatch);
        label(graphics, words(segments.get(entry)), x + 32, y + 11);
      } else {
        hatch(graphics, swatch);
        label(graphics, "no unit: idle, or handing over", x + 32, y + 11);
      }
    }
  }

  private String words(int number) {
    var segment =
        trace.description().segments().stream()
            .filter(each -> each.segment() == number)
            .findFirst()
            .orElseThrow();
    var share = busy.getOrDefault(number, 0.0) / trace.dag().work(trace.durations());
    var percent = share < 0.005 ? "under 1 %" : Decimal.percent(share);
    return percent + " " + Figure.fitted(segment.words(), Style.TICK, 300);
  }

  /// The colours of lines; the engine's own units are grey.
  private Paint paint(int segment) {
    var isEngine =
        trace.description().segments().stream()
            .anyMatch(each -> each.segment() == segment && each.cat().equals("engine"));
    return isEngine ? Style.FAINT : Pen.of(segments.indexOf(segment)).colour();
  }

  private static void label(Graphics2D graphics, String text, double x, double y) {
    graphics.setPaint(Style.INK);
    graphics.setFont(Style.TICK);
    graphics.drawString(text, (float) x, (float) y);
  }
}
