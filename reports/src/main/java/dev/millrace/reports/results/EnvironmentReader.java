package dev.millrace.reports.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `environment.json`: absent files, absent keys and unknown keys are all fine.
final class EnvironmentReader {
  private static final String END_HINT = "delete it or run the benchmarks again";

  private final JsonCursor cursor;
  private final Json root;

  private EnvironmentReader(Path file) {
    this.cursor = new JsonCursor(file.toString());
    this.root = JsonFile.read(file, END_HINT);
  }

  /// The environment, or [Environment#UNKNOWN] when there is no such file.
  static Environment read(Path file) {
    if (!Files.exists(file)) {
      return Environment.UNKNOWN;
    }
    var reader = new EnvironmentReader(file);
    return new Environment(
        reader.machine(), reader.jvm(), reader.project(), reader.run(), reader.checks());
  }

  private Environment.Machine machine() {
    return new Environment.Machine(
        text("machine", "cpuModel"),
        integer("machine", "physicalCores"),
        integer("machine", "logicalCores"),
        number("machine", "cgroupCpuQuota"),
        text("machine", "governor"),
        memory(),
        text("machine", "os"));
  }

  private Environment.Jvm jvm() {
    return new Environment.Jvm(
        text("jvm", "version"), text("jvm", "vendor"), text("jvm", "name"), flags());
  }

  private Environment.Project project() {
    var modified = find("project", "modified");
    return new Environment.Project(
        text("project", "commit"),
        modified instanceof Json.Truth(_, var value) ? Boolean.valueOf(value) : null);
  }

  private Environment.Run run() {
    return new Environment.Run(
        text("run", "command"), text("run", "startedAt"), text("run", "blackholes"));
  }

  private List<Environment.Check> checks() {
    var checks = new ArrayList<Environment.Check>();
    for (var each : cursor.optionalElements(root().get("checks"))) {
      var check = cursor.members(each, "a check is an object");
      checks.add(
          new Environment.Check(
              cursor.text(check.get("name"), "unnamed"),
              cursor.text(check.get("verdict"), "unknown"),
              cursor.text(check.get("finding"), "")));
    }
    return checks;
  }

  private List<String> flags() {
    var flags = new ArrayList<String>();
    for (var flag : cursor.optionalElements(find("jvm", "flags"))) {
      flags.add(cursor.scalar(flag));
    }
    return flags;
  }

  private @Nullable String text(String group, String key) {
    var value = find(group, key);
    return value == null ? null : cursor.scalar(value);
  }

  private @Nullable Double number(String group, String key) {
    var value = find(group, key);
    return value == null ? null : Double.valueOf(cursor.number(value));
  }

  private @Nullable Integer integer(String group, String key) {
    var value = number(group, key);
    return value == null ? null : Integer.valueOf(value.intValue());
  }

  private @Nullable Long memory() {
    var value = number("machine", "memoryBytes");
    return value == null ? null : Long.valueOf(value.longValue());
  }

  private @Nullable Json find(String group, String key) {
    var value = cursor.optional(root().get(group)).get(key);
    return value instanceof Json.Null ? null : value;
  }

  private Map<String, Json> root() {
    return cursor.members(root, "an environment is an object");
  }
}
