package dev.millrace.reports.trend;

import java.nio.file.Path;
import java.util.List;

/// The runs below some folders in their order, and every series over them.
///
/// @param order what the order of the runs is, in words
/// @param notes what was left out and why, one line each
public record History(List<Run> runs, List<Track> tracks, String order, List<String> notes) {
  public History {
    runs = List.copyOf(runs);
    tracks = List.copyOf(tracks);
    notes = List.copyOf(notes);
  }

  /// Reads every JMH result file below the folders, one after another; of each only the scores are
  /// kept. A folder with an `index.html` is a report, and not read.
  ///
  /// @throws dev.millrace.reports.results.UnreadableInputException when a folder is not there or
  ///   not one file can be read; single files that cannot are left out and noted
  public static History read(List<Path> folders) {
    return new HistoryReader(folders).read();
  }
}
