package dev.millrace.reports;

import dev.millrace.reports.gate.Margin;
import dev.millrace.reports.results.Failure;
import dev.millrace.reports.results.LatencyLog;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.UnreadableInputException;
import dev.millrace.reports.results.WarmUps;
import dev.millrace.reports.study.FileNames;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One archive from which a report is made again: what it was made of, how it was asked for, and
/// the SHA-256 of every file of it.
///
/// Equal reports give equal archives: entries are sorted and have no times of their own.
///
/// @param format the form of the archive
/// @param version of the program that made the report
/// @param drawnWith the Java and system that drew it; pictures hold the metrics of its fonts
/// @param results the result files, as paths in the archive, in the order they were named
/// @param traces the traces, likewise
/// @param axis the axis that was asked for, or null
/// @param tags what the result files are called; none for their names
/// @param margin of comparisons, as a fraction
/// @param sha256 the hash of each file of the report by its path there
record Pack(
    String format,
    String version,
    String drawnWith,
    List<String> results,
    List<String> traces,
    @Nullable String axis,
    List<String> tags,
    double margin,
    SortedMap<String, String> sha256) {
  private static final String FORMAT = "millrace-pack/1";
  private static final String MANIFEST = "pack.json";
  private static final String INPUTS = "inputs/";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Pack {
    Objects.requireNonNull(version);
    Objects.requireNonNull(drawnWith);
    results = List.copyOf(results);
    traces = List.copyOf(Objects.requireNonNullElse(traces, List.of()));
    tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
    sha256 = new TreeMap<>(sha256);
  }

  /// What a report is made of: files as they were named, and what was asked for.
  ///
  /// @param axis null when none was asked for
  /// @param tags what the result files are called; none for their names
  record Inputs(
      List<Path> results,
      List<Path> traces,
      @Nullable String axis,
      List<String> tags,
      Margin margin) {
    Inputs {
      results = List.copyOf(results);
      traces = List.copyOf(traces);
      tags = List.copyOf(tags);
    }

    /// A name for each result file.
    List<String> names() {
      return tags.isEmpty() ? FileNames.of(results) : tags;
    }
  }

  /// The inputs, of which the files were extracted to a folder.
  Inputs extracted(Path folder) {
    return new Inputs(
        results.stream().map(folder::resolve).toList(),
        traces.stream().map(folder::resolve).toList(),
        axis,
        tags,
        new Margin(margin));
  }

  /// The Java and system of this process.
  static String thisSystem() {
    return "Java " + Runtime.version() + " on " + System.getProperty("os.name");
  }

  /// Writes the archive of a report.
  ///
  /// @throws IOException when it cannot be written
  static void write(Path archive, Inputs of, ReportFolder.Written report) throws IOException {
    var results = normal(of.results());
    var traces = normal(of.traces());
    var root = commonFolder(Stream.concat(results.stream(), traces.stream()).toList());
    var inputs = new TreeMap<String, Path>();
    for (var path : results) {
      for (var file : inputs(path)) {
        inputs.put(entry(root, file), file);
      }
    }
    traces.forEach(file -> inputs.put(entry(root, file), file));
    var pack =
        new Pack(
            FORMAT,
            Reports.version(),
            thisSystem(),
            results.stream().map(path -> entry(root, path)).toList(),
            traces.stream().map(path -> entry(root, path)).toList(),
            of.axis(),
            of.tags(),
            of.margin().fraction(),
            hashes(report));
    Files.createDirectories(archive.toAbsolutePath().getParent());
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (var input : inputs.entrySet()) {
        put(zip, input.getKey(), Files.readAllBytes(input.getValue()));
      }
      put(zip, MANIFEST, MAPPER.writeValueAsBytes(pack));
    }
  }

  private static List<Path> normal(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /// A result file and what a report reads beside it.
  private static List<Path> inputs(Path results) throws IOException {
    var inputs = new ArrayList<Path>();
    inputs.add(results);
    inputs.add(results.resolveSibling(ResultFile.ENVIRONMENT));
    inputs.add(results.resolveSibling(Failure.FILE));
    inputs.addAll(LatencyLog.of(ResultFile.read(results)));
    inputs.addAll(WarmUps.beside(results));
    for (var flame : FlameFiles.beside(results)) {
      inputs.add(flame);
      inputs.add(FlameFiles.stacks(flame));
    }
    return inputs.stream().filter(Files::isRegularFile).toList();
  }

  private static Path commonFolder(List<Path> files) {
    var folder = files.getFirst().getParent();
    while (folder != null && !areBelow(folder, files)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new UnreadableInputException("results of one pack cannot lie on several drives");
    }
    return folder;
  }

  private static boolean areBelow(Path folder, List<Path> files) {
    return files.stream().allMatch(file -> file.startsWith(folder));
  }

  private static String entry(Path root, Path file) {
    return INPUTS + root.relativize(file).toString().replace('\\', '/');
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /// The hash of each file of a report.
  static SortedMap<String, String> hashes(ReportFolder.Written report) throws IOException {
    var hashes = new TreeMap<String, String>();
    for (var file : report.files()) {
      var name = report.folder().relativize(file).toString().replace('\\', '/');
      hashes.put(name, HexFormat.of().formatHex(digest().digest(Files.readAllBytes(file))));
    }
    return hashes;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Unpacks an archive into a folder.
  ///
  /// @throws UnreadableInputException when it is not such an archive
  /// @throws IOException when the folder cannot be written
  static Pack extract(Path archive, Path folder) throws IOException {
    if (!Files.isRegularFile(archive)) {
      throw new UnreadableInputException(archive + ": no such file; check the path");
    }
    try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new ZipException("an entry leads out of the archive: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
      var pack = MAPPER.readValue(manifest(folder), Pack.class);
      pack.check(folder);
      return pack;
    } catch (ZipException
        | EOFException
        | FileAlreadyExistsException
        | JacksonException
        | IllegalArgumentException e) {
      throw new UnreadableInputException(
          archive + ": not a pack (" + e.getMessage() + "); name a file that --pack has written");
    }
  }

  private static byte[] manifest(Path folder) throws IOException {
    var file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new ZipException("it has no " + MANIFEST);
    }
    return Files.readAllBytes(file);
  }

  /// Makes sure that a report can be made of what was extracted.
  ///
  /// @throws IllegalArgumentException when it cannot
  private void check(Path folder) {
    if (!FORMAT.equals(format)) {
      throw new IllegalArgumentException("its format is " + format + ", not " + FORMAT);
    }
    var inputs = extracted(folder);
    var files = Stream.concat(inputs.results().stream(), inputs.traces().stream()).toList();
    if (files.isEmpty() || (!tags.isEmpty() && tags.size() != results.size())) {
      throw new IllegalArgumentException("it does not tell what the report was made of");
    }
    for (var file : files) {
      if (!file.normalize().startsWith(folder) || !Files.isRegularFile(file)) {
        throw new IllegalArgumentException("it does not hold " + folder.relativize(file));
      }
    }
  }
}
