package dev.millrace.bench.run;

import dev.millrace.bench.environment.Environment;
import dev.millrace.bench.json.RecordJson;
import dev.millrace.bench.workload.WorkloadFile;
import dev.millrace.io.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run that was cut off has left in its folder.
public final class Remains {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  /// The remains in a folder.
  ///
  /// @throws InputException if there is no run in it
  public Remains(Path folder) {
    this.folder = folder;
    if (!Files.exists(folder.resolve("forks.jsonl"))) {
      throw new InputException(folder + ": holds no run to resume (there is no forks.jsonl)");
    }
  }

  /// The arguments that the run was started with.
  ///
  /// @throws InputException if they cannot be read
  public List<String> arguments() {
    return texts("/run/arguments");
  }

  /// What its forks were started with. The heap depends on a feed that is measured anew each time.
  List<String> flags() {
    return texts("/jvm/flags");
  }

  private List<String> texts(String pointer) {
    JsonNode texts = tree("environment.json").at(pointer);
    if (!texts.isArray()) {
      throw new InputException(folder + ": environment.json has no " + pointer);
    }
    return texts.valueStream().map(JsonNode::stringValue).toList();
  }

  /// Checks that the run can go on as it began.
  ///
  /// @throws InputException if machine, JVM, code or workload differ
  void check(Environment now, @Nullable WorkloadFile workload) {
    JsonNode then = tree("environment.json");
    JsonNode here = JSON.readTree(RecordJson.line(now));
    for (String part : List.of("machine", "jvm", "project")) {
      for (String key : here.required(part).propertyNames()) {
        compare(part + "." + key, then.path(part).path(key), here.required(part).required(key));
      }
    }
    if (workload != null) {
      JsonNode file = JSON.readTree(RecordJson.line(workload));
      compare("the workload", tree("workload.json"), file);
    }
  }

  private void compare(String what, JsonNode then, JsonNode now) {
    if (!now.equals(then)) {
      throw new InputException(
          folder + ": cannot be resumed: " + what + " was " + then + " and is " + now);
    }
  }

  /// The forks of turns that had finished: those that have a record for every point.
  List<ForkRecord> finished(List<Turn> turns) {
    List<ForkRecord> all = records();
    var kept = new HashSet<ForkRecord>();
    for (Turn turn : turns) {
      List<ForkRecord> own = all.stream().filter(turn::has).toList();
      if (own.size() == turn.sweep().points().size()) {
        kept.addAll(own);
      }
    }
    return all.stream().filter(kept::contains).toList();
  }

  /// All records, but for a last line that was cut off while it was written.
  private List<ForkRecord> records() {
    Path file = folder.resolve("forks.jsonl");
    var records = new ArrayList<ForkRecord>();
    try {
      String text = Files.readString(file);
      List<String> whole = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
      for (String line : whole) {
        records.add(JSON.readValue(line, ForkRecord.class));
      }
    } catch (IOException | JacksonException unreadable) {
      String where = file + ": line " + (records.size() + 1);
      throw new InputException(where + ": cannot be read: " + unreadable.getMessage());
    }
    return records;
  }

  private JsonNode tree(String name) {
    Path file = folder.resolve(name);
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException | JacksonException unreadable) {
      throw new InputException(file + ": cannot be read, so the run cannot be resumed");
    }
  }
}
