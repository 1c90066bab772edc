package dev.millrace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.Engines;
import dev.millrace.bench.job.Jobs;
import dev.millrace.bench.json.RecordJson;
import dev.millrace.engine.OnError;
import dev.millrace.engine.RunOptions;
import dev.millrace.io.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
  private static final FeedSource SMALL = new FeedSource.Generated(7, 211);

  private static final List<FeedSource> SOURCES =
      List.of(
          SMALL,
          new FeedSource.FromFile(Path.of("/feeds/own feed.csv"), 3, "id"),
          new FeedSource.FromFile(Path.of("/feeds/ö.jsonl.gz"), null, null));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void check_everyJobAtOddChunksAndParallelism_givesTheReferencesAnswer(Engines engine)
      throws InterruptedException {
    var workload = Workload.load(SMALL);
    for (Jobs job : Jobs.values()) {
      Answer expected = workload.reference(job.label(), null).answer();
      assertThat(expected.items()).as(job.label()).isPositive();
      for (int chunk : new int[] {1, 7, 61, 1_000}) {
        for (int threads = 1; threads <= 3; threads++) {
          var options = new RunOptions(threads, chunk, OnError.FAIL);
          workload.task(engine, job.label(), null, options).check(expected);
        }
      }
    }
  }

  @Test
  void check_otherAnswer_namesTheRunAndBoth() {
    Task task = Workload.load(SMALL).reference("scan", null);
    assertThatThrownBy(() -> task.check(new Answer(5, "0123456789abcdef")))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessageStartingWith(
            "wrong answer: eager on scan at parallelism 1: "
                + "expected 5 items, digest 0123456789ab, got 211 items, digest ");
  }

  @Test
  void answers_ownPipeline_isTheReferences() throws IOException, InterruptedException {
    Path feed = Files.writeString(folder.resolve("own.csv"), "id,n\na,1\nb,2\n");
    Path pipeline = pipeline("{\"actions\": [{\"limit\": 5}]}");
    var workload = Workload.load(new FeedSource.FromFile(feed, 3, "id"));
    Map<String, @Nullable Path> jobs = new HashMap<>();
    jobs.put("mine", pipeline);
    assertThat(workload.items()).isEqualTo(6);
    assertThat(workload.answers(jobs).values())
        .singleElement()
        .satisfies(job -> assertThat(job.expected().items()).isEqualTo(5))
        .satisfies(job -> assertThat(job.pipeline()).isEqualTo(pipeline));
  }

  @Test
  void load_smallFileUnlessToldOtherwise_isLongEnoughToTime() throws IOException {
    Path feed = Files.writeString(folder.resolve("own.csv"), "id\na\nb\nc\n");
    assertThat(Workload.load(new FeedSource.FromFile(feed, null, null)).items()).isEqualTo(10_002);
  }

  @Test
  void load_fileWithoutItems_isRefused() throws IOException {
    Path feed = Files.writeString(folder.resolve("own.csv"), "id\n");
    assertThatThrownBy(() -> Workload.load(new FeedSource.FromFile(feed, 1, null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("own.csv: has no items");
  }

  @Test
  void answers_planThatFailsOnAnItem_namesThePipelineAndTheItem() throws IOException {
    Path feed = Files.writeString(folder.resolve("own.csv"), "id,price\na,12\nb,cheap\n");
    Path pipeline =
        pipeline("{\"actions\": [{\"set\": {\"n\": {\"parse_number\": {\"field\": \"price\"}}}}]}");
    var workload = Workload.load(new FeedSource.FromFile(feed, 1, null));
    Map<String, @Nullable Path> jobs = new HashMap<>();
    jobs.put("mine", pipeline);
    assertThatThrownBy(() -> workload.answers(jobs))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mine.json: item 1")
        .hasMessageContaining("cheap");
  }

  @Test
  void workloadFile_writtenAndRead_isTheSame() {
    var jobs = new LinkedHashMap<String, WorkloadFile.Job>();
    jobs.put("mine", new WorkloadFile.Job(folder.resolve("a b.json"), new Answer(1, "ab")));
    jobs.put("rules", new WorkloadFile.Job(null, new Answer(2, "cd")));
    for (FeedSource source : SOURCES) {
      var written = WorkloadFile.of(source, jobs);
      Path file = folder.resolve("workload.json");
      RecordJson.write(file, written);
      assertThat(WorkloadFile.read(file)).isEqualTo(written);
      assertThat(WorkloadFile.read(file).feed()).isEqualTo(source);
    }
  }

  @Test
  void read_noWorkloadFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("workload.json"), "{\"jobs\": {");
    assertThatThrownBy(() -> WorkloadFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("workload.json: cannot be read");
  }

  private Path pipeline(String json) throws IOException {
    return Files.writeString(folder.resolve("mine.json"), json);
  }
}
