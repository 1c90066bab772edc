package dev.millrace.reports.gate;

import dev.millrace.reports.results.Environment;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where two files were measured, compared field by field.
///
/// @param differences fields that make every series incomparable, each in words
/// @param notes fields that one side did not record, so that they were not checked
record Fingerprints(List<String> differences, List<String> notes) {
  /// Both sides were measured in one place.
  static final Fingerprints SAME = new Fingerprints(List.of(), List.of());

  Fingerprints {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
  }

  static Fingerprints compare(ResultFile baseline, ResultFile candidate) {
    var differences = new ArrayList<String>();
    var notes = new ArrayList<String>();
    var before = baseline.environment().machine();
    var after = candidate.environment().machine();
    var comparison = new Fields(differences, notes);
    comparison.field("CPU model", before.cpuModel(), after.cpuModel());
    comparison.field("number of physical cores", before.physicalCores(), after.physicalCores());
    comparison.field("number of logical cores", before.logicalCores(), after.logicalCores());
    comparison.quota(before, after);
    comparison.recorded("CPU governor", before.governor(), after.governor());
    comparison.field("JDK version", jdk(baseline), jdk(candidate));
    comparison.jvm(baseline.environment().jvm(), candidate.environment().jvm());
    return new Fingerprints(differences, notes);
  }

  /// The JDK of `environment.json`, or else the one JMH has put into every record.
  private static @Nullable String jdk(ResultFile file) {
    var recorded = file.environment().jvm().version();
    if (recorded != null) {
      return recorded;
    }
    var versions = new TreeSet<String>();
    file.series().stream()
        .map(Series::jdkVersion)
        .filter(version -> !version.isEmpty())
        .forEach(versions::add);
    return versions.isEmpty() ? null : String.join(", ", versions);
  }

  /// Collects what differs and what is unknown.
  private record Fields(List<String> differences, List<String> notes) {
    void field(String name, @Nullable Object before, @Nullable Object after) {
      if (before == null || after == null) {
        notes.add(name + " not checked: " + absence(before, after));
      } else if (!before.equals(after)) {
        add(name, before, after);
      }
    }

    /// A field that many machines do not have.
    void recorded(String name, @Nullable Object before, @Nullable Object after) {
      if (before != null && after != null) {
        field(name, before, after);
      }
    }

    /// No flags are a fact of its own where the JVM is known.
    void jvm(Environment.Jvm before, Environment.Jvm after) {
      recorded("JVM", before.name(), after.name());
      recorded("JVM vendor", before.vendor(), after.vendor());
      if (before.version() != null && after.version() != null) {
        field("list of JVM flags", before.flags(), after.flags());
      }
    }

    /// No quota is a fact of its own where the machine is known.
    void quota(Environment.Machine before, Environment.Machine after) {
      var known = before.cpuModel() != null && after.cpuModel() != null;
      if (known && !Objects.equals(before.cgroupCpuQuota(), after.cgroupCpuQuota())) {
        add("CPU quota", cores(before.cgroupCpuQuota()), cores(after.cgroupCpuQuota()));
      }
    }

    private void add(String name, Object before, Object after) {
      var difference = "the " + name + " differs: " + before + " against " + after;
      differences.add(difference.replaceAll("\\p{Cntrl}+", " "));
    }

    private static String cores(@Nullable Double quota) {
      return quota == null ? "none" : quota + " cores";
    }

    private static String absence(@Nullable Object before, @Nullable Object after) {
      if (before == null && after == null) {
        return "neither side has it recorded";
      }
      return (before == null ? "the baseline" : "the candidate") + " has it not recorded";
    }
  }
}
