package dev.millrace.reports.study;

import dev.millrace.reports.results.Identity;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Arranges series into [Panel]s.
///
/// Modes, units and benchmark classes never share a panel, and each class has an axis of its own.
/// Within a class the param `engine` names the lines, and every other param that varies makes
/// panels of its own; without such a param the lines are all that varies, split into panels until a
/// panel can be read.
public final class Arrangement {
  private static final String ENGINE = "engine";
  private static final String JOB = "job";
  private static final int MOST_LINES = 10;
  private static final int MOST_BARS = 20;

  private final @Nullable Axis axis;

  private Arrangement(@Nullable Axis axis) {
    this.axis = axis;
  }

  /// The panels of the files, in the order of their first series.
  ///
  /// @param asked the horizontal axis, null for what suits each class
  public static List<Panel> of(List<ResultFile> files, @Nullable Axis asked) {
    return of(files, FileNames.of(files.stream().map(ResultFile::path).toList()), asked);
  }

  /// The same, where series that several files have are told apart by names of the files.
  public static List<Panel> of(List<ResultFile> files, List<String> names, @Nullable Axis asked) {
    var families = new LinkedHashMap<Panel.Family, List<Traits>>();
    for (var each : Traits.of(files, names)) {
      families.computeIfAbsent(family(each.series()), _ -> new ArrayList<>()).add(each);
    }
    return toldApart(
        families.values().stream().flatMap(family -> ofFamily(family, asked).stream()).toList());
  }

  /// The panels of one family; series that have no place on the axis are apart.
  private static List<Panel> ofFamily(List<Traits> family, @Nullable Axis asked) {
    var axis = asked == null ? Axis.detect(family.stream().map(Traits::series).toList()) : asked;
    var arrangement = new Arrangement(axis);
    var apart = new LinkedHashMap<Boolean, List<Traits>>();
    for (var each : family) {
      var onAxis = axis != null && axis.position(each.series()) != null;
      apart.computeIfAbsent(onAxis, _ -> new ArrayList<>()).add(each);
    }
    return apart.values().stream().flatMap(each -> arrangement.panels(each).stream()).toList();
  }

  /// Panels of one class in several modes or units, or of two classes of one name, say so.
  private static List<Panel> toldApart(List<Panel> panels) {
    var byMode = renamed(panels, panel -> panel.mode().words());
    var byUnit = renamed(byMode, panel -> panel.family().unit());
    return renamed(byUnit, panel -> panel.family().qualifiedClass());
  }

  private static List<Panel> renamed(List<Panel> panels, Function<Panel, String> mark) {
    var marks = new HashMap<String, Set<String>>();
    panels.forEach(
        panel -> marks.computeIfAbsent(panel.title(), _ -> new HashSet<>()).add(mark.apply(panel)));
    return panels.stream()
        .map(panel ->
            marks.getOrDefault(panel.title(), Set.of()).size() < 2
                ? panel
                : panel.titled(panel.title() + ", " + mark.apply(panel)))
        .toList();
  }

  private static Panel.Family family(Series series) {
    Identity id = series.identity();
    return new Panel.Family(id.qualifiedClass(), id.mode(), id.unit());
  }

  private List<Panel> panels(List<Traits> family) {
    var ownAxis = axis != null && axis.position(family.getFirst().series()) != null ? axis : null;
    var varying = varying(family, ownAxis);
    var lineTraits = lineTraits(family, varying, ownAxis == null ? MOST_BARS : MOST_LINES);
    var panelTraits = new LinkedHashSet<>(varying);
    panelTraits.removeAll(lineTraits);
    if (family.getFirst().values().containsKey(JOB)) {
      panelTraits.add(JOB);
    }
    var groups = groups(family, panelTraits);
    return groups.values().stream()
        .map(group -> panel(group, ownAxis, panelTraits, lineTraits))
        .toList();
  }

  private static Set<String> varying(List<Traits> family, @Nullable Axis axis) {
    var names = new LinkedHashSet<String>();
    family.forEach(each -> names.addAll(each.values().keySet()));
    names.removeIf(name -> isAxis(name, axis) || distinct(family, name) < 2);
    return names;
  }

  /// Whether a trait is what the axis counts.
  static boolean isAxis(String trait, @Nullable Axis axis) {
    return switch (axis) {
      case null -> false;
      case Axis.JmhThreads _ -> trait.equals(Traits.THREADS);
      case Axis.Parallelism _, Axis.Param _ -> trait.equals(axis.name());
    };
  }

  private static long distinct(List<Traits> family, String trait) {
    return family.stream().map(each -> each.get(trait)).distinct().count();
  }

  private static Set<String> lineTraits(List<Traits> family, Set<String> varying, int most) {
    var lines = new LinkedHashSet<String>();
    if (family.stream().anyMatch(each -> each.values().containsKey(ENGINE))) {
      lines.addAll(varying.contains(Traits.METHOD) ? Set.of(Traits.METHOD) : Set.of());
      lines.add(ENGINE);
      lines.addAll(varying.contains(Traits.SOURCE) ? Set.of(Traits.SOURCE) : Set.of());
      return lines;
    }
    lines.addAll(varying);
    lines.remove(JOB);
    while (lines.size() > 1 && mostLines(family, varying, lines) > most) {
      lines.remove(
          lines.stream().min(Comparator.comparingInt(trait -> rank(family, trait))).orElseThrow());
    }
    return lines;
  }

  /// How much a trait belongs to the lines: one that a reference lacks more than one that all have,
  /// so that the reference is in the panels of what it is the reference of.
  private static int rank(List<Traits> family, String trait) {
    var isLacking = family.stream().anyMatch(each -> each.get(trait).isEmpty());
    return isLacking && rank(trait) == 0 ? 1 : 2 * rank(trait);
  }

  private static int rank(String trait) {
    return switch (trait) {
      case Traits.SOURCE -> 3;
      case Traits.METHOD -> 2;
      case Traits.THREADS -> 1;
      default -> 0;
    };
  }

  private static long mostLines(List<Traits> family, Set<String> varying, Set<String> lines) {
    var panels = new LinkedHashSet<>(varying);
    panels.removeAll(lines);
    return groups(family, panels).values().stream()
        .mapToLong(group -> groups(group, lines).size())
        .max()
        .orElse(0);
  }

  private static Map<List<String>, List<Traits>> groups(List<Traits> series, Set<String> by) {
    var groups = new LinkedHashMap<List<String>, List<Traits>>();
    for (var each : series) {
      var key = by.stream().map(each::get).toList();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
    }
    return groups;
  }

  private Panel panel(
      List<Traits> group, @Nullable Axis ownAxis, Set<String> panelTraits, Set<String> lineTraits) {
    var first = group.getFirst();
    var lines =
        groups(group, lineTraits).values().stream()
            .map(each -> line(each, ownAxis, lineTraits))
            .toList();
    var shown = new LinkedHashSet<>(panelTraits);
    shown.addAll(lineTraits);
    return new Panel(
        title(first, panelTraits),
        conditions(first, shown, ownAxis),
        family(first.series()),
        ownAxis,
        lines);
  }

  private static Line line(List<Traits> group, @Nullable Axis axis, Set<String> lineTraits) {
    var first = group.getFirst();
    var name = lineTraits.isEmpty() ? first.get(Traits.METHOD) : describe(first, lineTraits, " ");
    var points = group.stream().map(each -> point(each.series(), axis)).toList();
    return new Line(name, points);
  }

  private static Point point(Series series, @Nullable Axis axis) {
    var position = axis == null ? null : axis.position(series);
    return new Point(position == null ? Double.NaN : position, series);
  }

  private static String title(Traits first, Set<String> panelTraits) {
    if (panelTraits.contains(JOB)) {
      var others = new LinkedHashSet<>(panelTraits);
      others.remove(JOB);
      var rest = describe(first, others, ", ");
      return rest.isEmpty() ? first.get(JOB) : first.get(JOB) + ", " + rest;
    }
    var name = first.series().identity().className();
    return panelTraits.isEmpty() ? name : name + ", " + describe(first, panelTraits, ", ");
  }

  private static String conditions(Traits first, Set<String> shown, @Nullable Axis axis) {
    var rest = new LinkedHashSet<>(first.values().keySet());
    rest.removeAll(shown);
    rest.removeIf(name -> isAxis(name, axis) || first.get(name).isEmpty());
    rest.remove(Traits.METHOD);
    rest.removeIf(name -> name.equals(Traits.THREADS) && first.get(name).equals("1"));
    return describe(first, rest, ", ");
  }

  private static String describe(Traits series, Set<String> traits, String separator) {
    return traits.stream()
        .filter(name -> !series.get(name).isEmpty())
        .map(name -> isBare(name) ? series.get(name) : name + " = " + series.get(name))
        .collect(Collectors.joining(separator));
  }

  private static boolean isBare(String trait) {
    return Set.of(Traits.METHOD, Traits.SOURCE, ENGINE).contains(trait);
  }
}
