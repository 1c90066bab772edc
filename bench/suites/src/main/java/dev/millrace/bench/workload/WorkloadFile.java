package dev.millrace.bench.workload;

import dev.millrace.bench.json.RecordJson;
import dev.millrace.io.file.InputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `workload.json` tells the forks: the feed, the jobs, and their answers, which were found
/// once, before the first fork. One of `generated` and `file` is null.
///
/// @param format the form of the file
/// @param generated how the feed is generated
/// @param file which file holds the feed
/// @param jobs the jobs by their names
public record WorkloadFile(
    String format,
    FeedSource.@Nullable Generated generated,
    FeedSource.@Nullable FromFile file,
    Map<String, Job> jobs) {
  /// The form of the file that this version writes.
  public static final String FORMAT = "millrace-workload/1";

  /// The system property that names the file to a fork.
  public static final String PROPERTY = "millrace.workload";

  /// A job over the feed.
  ///
  /// @param pipeline the plan file; null for a built-in job
  /// @param expected the reference's answer
  public record Job(@Nullable Path pipeline, Answer expected) {}

  /// A file in this version's form.
  public static WorkloadFile of(FeedSource feed, Map<String, Job> jobs) {
    return switch (feed) {
      case FeedSource.Generated generated -> new WorkloadFile(FORMAT, generated, null, jobs);
      case FeedSource.FromFile file -> new WorkloadFile(FORMAT, null, file, jobs);
    };
  }

  /// Writes it to a folder as `workload.json`, for the forks and for people.
  ///
  /// @return the file, absolute
  /// @throws dev.millrace.io.file.OutputException if it cannot be written
  public Path write(Path folder) {
    Path file = folder.resolve("workload.json").toAbsolutePath().normalize();
    RecordJson.write(file, this);
    return file;
  }

  /// Reads a file.
  ///
  /// It is read as a tree, not bound to records: to find out how to bind them would cost a JVM that
  /// has just started more than all else that a fork does before it measures.
  ///
  /// @throws InputException if it cannot be read
  public static WorkloadFile read(Path file) {
    try {
      JsonNode tree = new JsonMapper().readTree(file);
      var jobs = new LinkedHashMap<String, Job>();
      tree.required("jobs").forEachEntry((name, job) -> jobs.put(name, job(job)));
      return of(feed(tree), jobs);
    } catch (JacksonException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getOriginalMessage());
    }
  }

  /// The file that [#PROPERTY] names, null when the property is not set.
  static @Nullable WorkloadFile ofThisFork() {
    String file = System.getProperty(PROPERTY);
    return file == null ? null : read(Path.of(file));
  }

  /// Where the feed comes from.
  public FeedSource feed() {
    if (generated != null) {
      return generated;
    }
    if (file == null) {
      throw new IllegalStateException("a workload without a feed");
    }
    return file;
  }

  /// The job of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  Job job(String name) {
    Job job = jobs.get(name);
    if (job == null) {
      throw new IllegalArgumentException("no job named '" + name + "' in the workload");
    }
    return job;
  }

  private static FeedSource feed(JsonNode tree) {
    JsonNode generated = tree.required("generated");
    if (!generated.isNull()) {
      return new FeedSource.Generated(
          generated.required("seed").longValue(), generated.required("items").intValue());
    }
    JsonNode file = tree.required("file");
    JsonNode copies = file.required("copies");
    JsonNode key = file.required("key");
    return new FeedSource.FromFile(
        path(file.required("file")),
        copies.isNull() ? null : (Integer) copies.intValue(),
        key.isNull() ? null : key.stringValue());
  }

  private static Job job(JsonNode job) {
    JsonNode pipeline = job.required("pipeline");
    JsonNode expected = job.required("expected");
    var answer =
        new Answer(
            expected.required("items").longValue(), expected.required("sha256").stringValue());
    return new Job(pipeline.isNull() ? null : path(pipeline), answer);
  }

  private static Path path(JsonNode uri) {
    return Path.of(URI.create(uri.stringValue()));
  }
}
