package dev.millrace.reports;

import dev.millrace.reports.page.Content.Source;
import dev.millrace.reports.page.Flame;
import dev.millrace.reports.results.Failure;
import dev.millrace.reports.results.LatencyLog;
import dev.millrace.reports.results.ResultFile;
import dev.millrace.reports.results.WarmUps;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The part of a report that keeps what it is made of: copies of the result files and of what lay
/// beside them.
final class DataFolder {
  private static final String NAME = "data/";

  private final Path report;

  /// The folder in a report.
  DataFolder(Path report) {
    this.report = report;
  }

  /// Copies some result files, each with its environment, failures, latencies, warm-up and flame
  /// graphs. Of several, each has a folder of its own.
  ///
  /// @throws IOException when the folder cannot be written
  List<Source> copy(List<ResultFile> files) throws IOException {
    var sources = new ArrayList<Source>();
    for (var i = 0; i < files.size(); i++) {
      sources.add(copy(files.get(i), files.size() == 1 ? NAME : NAME + (i + 1) + "/"));
    }
    return sources;
  }

  /// Copies the n-th trace, and returns its address.
  ///
  /// @throws IOException when the folder cannot be written
  String copyTrace(Path file, int nth) throws IOException {
    return copy(file, NAME + "traces/" + nth + "/" + file.toAbsolutePath().getFileName());
  }

  private Source copy(ResultFile file, String place) throws IOException {
    var source = file.path().toAbsolutePath();
    copyIfThere(source.resolveSibling(Failure.FILE), place);
    for (var log : LatencyLog.of(file)) {
      copy(log, place + log.getFileName());
    }
    for (var warmUp : WarmUps.beside(source)) {
      copy(warmUp, place + warmUp.getFileName());
    }
    return new Source(
        file,
        copy(source, place + source.getFileName()),
        copyIfThere(source.resolveSibling(ResultFile.ENVIRONMENT), place),
        flames(source, place));
  }

  private @Nullable String copyIfThere(Path file, String place) throws IOException {
    return Files.isRegularFile(file) ? copy(file, place + file.getFileName()) : null;
  }

  private List<Flame> flames(Path source, String place) throws IOException {
    var folder = source.resolveSibling("");
    var flames = new ArrayList<Flame>();
    for (var file : FlameFiles.beside(source)) {
      var within = folder.relativize(file).toString().replace('\\', '/');
      flames.add(new Flame(FlameFiles.name(file), copy(file, place + within)));
    }
    return flames;
  }

  /// Copies a file to a place in the report and returns its address.
  private String copy(Path file, String place) throws IOException {
    var target = report.resolve(place);
    Files.createDirectories(target.getParent());
    if (!Files.exists(target) || !Files.isSameFile(file, target)) {
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return Arrays.stream(place.split("/"))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
