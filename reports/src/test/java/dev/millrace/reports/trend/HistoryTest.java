package dev.millrace.reports.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  @TempDir private Path folder;

  private List<String> names() {
    return history().runs().stream().map(Run::name).toList();
  }

  private History history() {
    return History.read(List.of(folder));
  }

  @Test
  void read_withoutTimes_isInNaturalOrderOfNames() {
    for (var name : List.of("run-10", "run-9", "run-1")) {
      RunFolder.write(folder, name, 1);
    }
    assertThat(names()).containsExactly("run-1", "run-9", "run-10");
    assertThat(history().order()).startsWith("in the order of their names");
  }

  @Test
  void read_withTimes_isInTheirOrder() throws IOException {
    RunFolder.write(folder, "a", 3);
    RunFolder.write(folder, "b", 1);
    RunFolder.write(folder, "c", 2);
    RunFolder.environment(folder, "a", "2026-03-03T00:00:00Z", "ccc");
    RunFolder.environment(folder, "b", "2026-03-01T23:00:00+02:00", "aaa");
    RunFolder.environment(folder, "c", "2026-03-01T22:00:00Z", "bbb");
    var history = history();
    assertThat(history.runs()).extracting(Run::commit).containsExactly("aaa", "bbb", "ccc");
    assertThat(history.order()).contains("start");
    assertThat(history.tracks().getFirst().values())
        .extracting(Track.Value::score)
        .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-9 ? 0 : 1)
        .containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void read_timeMissingOnce_isInTheOrderOfNames() throws IOException {
    RunFolder.write(folder, "a", 1);
    RunFolder.write(folder, "b", 1);
    RunFolder.environment(folder, "b", "2026-03-03T00:00:00Z", "ccc");
    assertThat(names()).containsExactly("a", "b");
    assertThat(history().order()).contains("1 of them do not tell");
  }

  @Test
  void read_scores_areGeometricMeansOfForkMeans() {
    RunFolder.write(folder, "a", 1, 4);
    var value = history().tracks().getFirst().values().getFirst();
    assertThat(value.score()).isCloseTo(2, within(1e-12));
    assertThat(value.forks()).isEqualTo(2);
  }

  @Test
  void read_badFiles_areNamedAndLeftOut() throws IOException {
    RunFolder.write(folder, "a", 1);
    Files.writeString(folder.resolve("cut.json"), "[{\"benchmark\": \"x");
    Files.writeString(folder.resolve("other.json"), "{\"some\": \"thing\"}");
    Files.writeString(folder.resolve("notes.txt"), "no results");
    Files.writeString(folder.resolve("warmup.json"), "[]");
    var history = history();
    assertThat(history.runs()).hasSize(1);
    assertThat(history.notes()).hasSize(2).allMatch(note -> note.startsWith("left out: " + folder));
    assertThat(history.notes().getFirst()).contains("cut.json: line 1, column ");
  }

  @Test
  void read_missingSeries_leaveGaps() {
    RunFolder.write(folder, "1", 1);
    JmhJson.write(folder.resolve("2/results.json"), JmhJson.averageTime("other", new double[] {5}));
    RunFolder.write(folder, "3", 2);
    var tracks = history().tracks();
    assertThat(tracks.getFirst().values()).extracting(Track.Value::run).containsExactly(0, 2);
    assertThat(tracks.getLast().values()).extracting(Track.Value::run).containsExactly(1);
  }

  @Test
  void read_scoresWithoutRatio_areLeftOutAndNoted() {
    RunFolder.write(folder, "1", 1);
    RunFolder.write(folder, "2", 0);
    var history = history();
    assertThat(history.tracks().getFirst().values()).hasSize(1);
    assertThat(history.notes()).containsExactly("1 score is not above zero and left out");
  }

  /// A report keeps copies of the results it was made of.
  @Test
  void read_reportsInTheFolder_areNoRuns() throws IOException {
    RunFolder.write(folder, "1", 1);
    RunFolder.write(folder, "1/report/data", 1);
    Files.writeString(folder.resolve("1/report/index.html"), "<html>");
    assertThat(history().runs()).hasSize(1);
  }

  @Test
  void read_severalFolders_areAllRead() {
    RunFolder.write(folder.resolve("x"), "1", 1);
    RunFolder.write(folder.resolve("y"), "1", 1);
    var history = History.read(List.of(folder.resolve("x"), folder.resolve("y")));
    assertThat(history.runs()).extracting(Run::name).containsExactly("x/1", "y/1");
  }

  @Test
  void read_foldersOfOneName_areToldApart() {
    RunFolder.write(folder.resolve("x/runs"), "1", 1);
    RunFolder.write(folder.resolve("y/runs"), "1", 1);
    var folders = List.of(folder.resolve("x/runs"), folder.resolve("y/runs"));
    assertThat(History.read(folders).runs()).extracting(Run::name).containsExactly("x/1", "y/1");
  }

  @Test
  void read_folderTwice_isReadOnce() {
    RunFolder.write(folder, "1", 1);
    var history = History.read(List.of(folder, folder.resolve("../" + folder.getFileName())));
    assertThat(history.runs()).extracting(Run::name).containsExactly("1");
  }

  @Test
  void read_linkToAFolder_isTheFolder() throws IOException {
    RunFolder.write(folder.resolve("runs"), "1", 1);
    var link = Files.createSymbolicLink(folder.resolve("latest"), folder.resolve("runs"));
    assertThat(History.read(List.of(link)).runs()).hasSize(1);
  }

  /// As where results are published with a page of their own.
  @Test
  void read_pageInTheNamedFolder_isNoReason() throws IOException {
    RunFolder.write(folder, "1", 1);
    Files.writeString(folder.resolve("index.html"), "<html>");
    assertThat(history().runs()).hasSize(1);
  }

  @Test
  void read_nothingReadable_isRefusedInOneLine() throws IOException {
    assertThatThrownBy(() -> History.read(List.of(folder.resolve("absent"))))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("absent");
    assertThatThrownBy(this::history)
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("there is no .json file");
    Files.writeString(folder.resolve("bad.json"), "");
    assertThatThrownBy(this::history)
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("bad.json");
  }
}
