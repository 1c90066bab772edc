package dev.millrace.reports.beforeafter;

import dev.millrace.reports.results.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names series by what sets them apart from each other, as `run, scan, parallelism = 2`.
public final class ShortLabels {
  private static final Set<String> BARE = Set.of("engine", "job");

  private final List<Map<String, String>> traits;
  private final Set<String> varying = new LinkedHashSet<>();

  private ShortLabels(List<Identity> series) {
    this.traits = series.stream().map(ShortLabels::traits).toList();
    var values = new LinkedHashMap<String, Set<String>>();
    traits.forEach(
        each -> each.keySet().forEach(name -> values.putIfAbsent(name, new HashSet<>())));
    values.forEach((name, seen) -> {
      traits.forEach(each -> seen.add(each.getOrDefault(name, "")));
      if (seen.size() > 1) {
        varying.add(name);
      }
    });
  }

  /// A label for each series; the method alone when nothing varies.
  public static List<String> of(List<Identity> series) {
    var labels = new ShortLabels(series);
    return labels.traits.stream().map(labels::label).toList();
  }

  private static Map<String, String> traits(Identity identity) {
    var traits = new LinkedHashMap<String, String>();
    traits.put("the package", identity.qualifiedClass());
    traits.put("the class", identity.className());
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
      var isClass = name.equals("the package");
      if (!value.isEmpty() && !(isClass && varying.contains("the class"))) {
        var isBare = name.startsWith("the ") || BARE.contains(name);
        parts.add(isBare ? value : name + " = " + value);
      }
    }
    var label = parts.isEmpty() ? of.getOrDefault("the method", "") : String.join(", ", parts);
    return label.replaceAll("\\p{Cntrl}+", " ");
  }
}
