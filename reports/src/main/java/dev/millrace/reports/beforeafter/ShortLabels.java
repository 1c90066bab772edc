package dev.millrace.reports.beforeafter;

import dev.millrace.reports.results.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names series by what sets them apart from each other, as `run, scan, parallelism = 2`.
public final class ShortLabels {
  private static final Set<String> BARE = Set.of("engine", "job");
  private static final String PACKAGE = "the package";
  private static final String CLASS = "the class";
  private static final Set<String> OF_ALL = Set.of(PACKAGE, CLASS);

  private final List<Map<String, String>> traits;
  private final Set<String> varying = new LinkedHashSet<>();

  private ShortLabels(List<Identity> series) {
    this.traits = series.stream().map(ShortLabels::traits).toList();
    traits.stream()
        .flatMap(each -> each.keySet().stream())
        .distinct()
        .filter(this::isVarying)
        .forEach(varying::add);
  }

  /// Whether a trait tells series of one class apart, or the class itself one class from another.
  private boolean isVarying(String name) {
    var seen = new HashMap<String, Set<String>>();
    for (var each : traits) {
      var group = OF_ALL.contains(name) ? "" : each.getOrDefault(PACKAGE, "");
      seen.computeIfAbsent(group, _ -> new HashSet<>()).add(each.getOrDefault(name, ""));
    }
    return seen.values().stream().anyMatch(values -> values.size() > 1);
  }

  /// A label for each series; the method alone when nothing varies.
  public static List<String> of(List<Identity> series) {
    var labels = new ShortLabels(series);
    return labels.traits.stream().map(labels::label).toList();
  }

  private static Map<String, String> traits(Identity identity) {
    var traits = new LinkedHashMap<String, String>();
    traits.put(PACKAGE, identity.qualifiedClass());
    traits.put(CLASS, identity.className());
    traits.put("the method", identity.method());
    identity.params().forEach(traits::put);
    traits.put("JMH threads", String.valueOf(identity.threads()));
    traits.put("the mode", identity.mode().label());
    traits.put("the unit", identity.unit());
    return traits;
  }

  private String label(Map<String, String> of) {
    var parts = new ArrayList<String>();
    for (var name : varying) {
      var value = of.getOrDefault(name, "");
      var isClass = name.equals(PACKAGE);
      if (!value.isEmpty() && !(isClass && varying.contains(CLASS))) {
        var isBare = name.startsWith("the ") || BARE.contains(name);
        parts.add(isBare ? value : name + " = " + value);
      }
    }
    var label = parts.isEmpty() ? of.getOrDefault("the method", "") : String.join(", ", parts);
    return label.replaceAll("\\p{Cntrl}+", " ");
  }
}
