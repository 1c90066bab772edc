package dev.millrace.reports.gate;

import static dev.millrace.reports.JmhJson.averageTime;
import static dev.millrace.reports.JmhJson.forks;
import static dev.millrace.reports.JmhJson.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.millrace.reports.JmhJson;
import dev.millrace.reports.results.ResultFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All formats, on a comparison that has every verdict and names that want to break out.
final class FormatTest {
  private static final double[][] STEADY = forks(100, 100.1, 99.9);
  private static final double[][] SLOW = forks(120, 120.1, 119.9);
  private static final String ODD =
      "a|b `c` <script>&amp; @all [x](y) \\u0007\\u202e 日本 \\ud800 ]]> # - ~ *";

  @TempDir private Path folder;
  private Comparison everything;

  @BeforeEach
  void compare() throws IOException {
    var odd = Map.of("query", ODD);
    var before =
        JmhJson.write(
            folder.resolve("before.json"),
            record("x.Y.z", "avgt", "ms/op", odd, STEADY),
            averageTime("same", STEADY),
            averageTime("faster", SLOW),
            averageTime("noisy", forks(100, 110, 90)),
            averageTime("known", STEADY),
            averageTime("failed", STEADY),
            record("x.Y.unit", "avgt", "ms/op", STEADY),
            record("x.Y.gone", "thrpt", "ops/s", STEADY),
            record("x.Y.old", "ss", "ms/op", STEADY));
    var after =
        JmhJson.write(
            folder.resolve("after.json"),
            record("x.Y.z", "avgt", "ms/op", odd, SLOW),
            averageTime("same", STEADY),
            averageTime("faster", STEADY),
            averageTime("noisy", forks(104, 94, 99)),
            averageTime("known", SLOW),
            averageTime("failed", forks(1, Double.NaN)),
            record("x.Y.unit", "avgt", "us/op", STEADY),
            record("x.Y.fresh", "ss", "ms/op", STEADY));
    var accept = folder.resolve("accept.json");
    Files.writeString(
        accept,
        """
        [{"benchmark": "org.example.Bench.known", "reason": "checks", "owner": "Ann", "expires": "2031-01-01"}]
        """);
    var usual = Policy.of(new Margin(0.02));
    everything =
        Gate.compare(
            ResultFile.read(before),
            ResultFile.read(after),
            new Policy(
                usual.measures(),
                usual.settings(),
                Set.of(),
                AcceptedList.read(accept, LocalDate.of(2030, 1, 1))));
  }

  @Test
  void comparison_hasEveryVerdict() {
    assertThat(everything.judgements().stream().map(Judgement::verdict).distinct())
        .containsExactly(Verdict.values());
  }

  @Test
  void text_oddNames_stayInTheirLine() {
    var text = Format.TEXT.write(everything);
    assertThat(text).contains("日本").doesNotContain("\u0007", "\u202e", "\ud800");
    assertThat(text.lines().filter(line -> line.startsWith("regressed"))).hasSize(1);
    assertThat(text).endsWith("result: regressed (exit code 1)\n");
  }

  @Test
  void markdown_oddNames_breakNeitherTableNorPage() {
    var text = Format.MARKDOWN.write(everything);
    assertThat(text).doesNotContain("<script>", "@all", "[x](y)", "\u0007", "\u202e");
    assertThat(text.lines().filter(line -> line.startsWith("|")))
        .hasSize(2 * 2 + Verdict.values().length)
        .allMatch(line -> line.replace("\\|", "").chars().filter(each -> each == '|').count() == 8);
  }

  @Test
  void markdown_blockingVerdicts_standBeforeTheFold() {
    var text = Format.MARKDOWN.write(everything);
    var fold = text.indexOf("<details>");
    assertThat(text.indexOf("**regressed**")).isBetween(0, fold);
    assertThat(text.indexOf("**inconclusive**")).isBetween(0, fold);
    assertThat(text.indexOf("| accepted |")).isGreaterThan(fold);
    assertThat(text.indexOf("| pass |")).isGreaterThan(fold);
    assertThat(text).contains("</details>").startsWith("### Gate: regressed\n");
  }

  @Test
  void markdown_manySeries_fitIntoAComment() {
    var records =
        IntStream.range(0, 2000).mapToObj(i -> averageTime("b" + i, STEADY)).toArray(String[]::new);
    var file = ResultFile.read(JmhJson.write(folder.resolve("many.json"), records));
    var text = Format.MARKDOWN.write(Gate.compare(file, file, Policy.of(new Margin(0.02))));
    assertThat(text.length()).isBetween(50_000, 65_536);
    assertThat(text).containsPattern("\nand \\d+ more: \\d+ pass\n").contains("</details>");
  }

  /// Half of the series regress, each by another share; names are long, and so are the notes.
  @Test
  void markdown_moreThanFits_isCountedAndTheWorstComesFirst() {
    var before = new String[700];
    var after = new String[700];
    for (var i = 0; i < before.length; i++) {
      var name = "b".repeat(150) + i;
      before[i] = averageTime(name, STEADY);
      var factor = i % 2 == 0 ? 1 : 1.2 + i / 1000.0;
      after[i] = averageTime(name, forks(100 * factor, 100.1 * factor, 99.9 * factor));
    }
    var baseline = ResultFile.read(JmhJson.write(folder.resolve("many.json"), before));
    var candidate = ResultFile.read(JmhJson.write(folder.resolve("worse.json"), after));
    var compared = Gate.compare(baseline, candidate, Policy.of(new Margin(0.02)));
    var notes = IntStream.range(0, 3_000).mapToObj(i -> "note " + i).toList();
    var text =
        Format.MARKDOWN.write(
            new Comparison(
                compared.baseline(),
                compared.candidate(),
                compared.policy(),
                compared.judgements(),
                List.of(),
                notes));
    assertThat(text.length()).isBetween(50_000, 60_000);
    assertThat(text).containsPattern("\n- and \\d+ more notes\n");
    var changes = numbers("\\| \\*\\*regressed\\*\\* \\| \\+([\\d.]+) %", text);
    assertThat(changes).hasSizeGreaterThan(50).first().isEqualTo(89.9);
    assertThat(changes).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(changes.size() + numbers("and \\d+ more: (\\d+) regressed\n", text).getFirst())
        .isEqualTo(350);
    var passes = text.lines().filter(line -> line.contains("| pass |")).count();
    assertThat(passes + numbers("and \\d+ more: (\\d+) pass\n", text).getFirst()).isEqualTo(350);
  }

  private static List<Double> numbers(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(each -> Double.parseDouble(each.group(1)))
        .toList();
  }

  @Test
  void json_followsItsSchema() throws IOException {
    var schema = Files.readString(Path.of("..", "docs", "gate-schema.json"));
    assertThat(errors(schema, SpecificationVersion.DRAFT_2020_12, Format.JSON)).isEmpty();
  }

  @Test
  void sarif_followsTheOfficialSchema() throws IOException {
    try (var in = Format.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      var schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(errors(schema, SpecificationVersion.DRAFT_7, Format.SARIF)).isEmpty();
    }
  }

  private List<String> errors(String schema, SpecificationVersion version, Format format) {
    return SchemaRegistry.withDefaultDialect(version)
        .getSchema(schema, InputFormat.JSON)
        .validate(format.write(everything), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void sarif_results_haveRulesLevelsAndSuppressions() {
    var run = JsonMapper.shared().readTree(Format.SARIF.write(everything)).get("runs").get(0);
    var rules = run.get("tool").get("driver").get("rules").findValuesAsString("id");
    var results = run.get("results");
    assertThat(results).hasSize(Verdict.values().length - 1);
    assertThat(rules).containsAll(results.findValuesAsString("ruleId"));
    assertThat(levels(results))
        .containsAllEntriesOf(Map.of("regressed", "error", "error", "error", "missing", "error"))
        .containsAllEntriesOf(Map.of("inconclusive", "warning", "new", "note"));
    assertThat(results.findParents("suppressions"))
        .singleElement()
        .extracting(result -> result.get("ruleId").asString())
        .isEqualTo("accepted");
  }

  private static Map<String, String> levels(JsonNode results) {
    var levels = new TreeMap<String, String>();
    results.forEach(
        result -> levels.put(result.get("ruleId").asString(), result.get("level").asString()));
    return levels;
  }

  @Test
  void junit_isWellFormedAndCountsItsCases() throws Exception {
    var document = parsed(Format.JUNIT.write(everything));
    var suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("10");
    assertThat(suite.getAttribute("failures")).isEqualTo("4");
    assertThat(suite.getAttribute("errors")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("2");
    for (var kind : List.of("failure", "error", "skipped")) {
      var count = suite.getAttribute(kind.equals("skipped") ? kind : kind + "s");
      assertThat(document.getElementsByTagName(kind).getLength())
          .isEqualTo(Integer.parseInt(count));
    }
  }

  @Test
  void junit_elements_areThoseThatReadersKnow() throws Exception {
    var all = parsed(Format.JUNIT.write(everything)).getElementsByTagName("*");
    for (var i = 0; i < all.getLength(); i++) {
      var element = (Element) all.item(i);
      assertThat(attributes(element))
          .as(element.getTagName())
          .isSubsetOf(
              switch (element.getTagName()) {
                case "testsuites" -> Set.of();
                case "testsuite" -> Set.of("name", "tests", "failures", "errors", "skipped");
                case "testcase" -> Set.of("classname", "name");
                case "failure", "error", "skipped" -> Set.of("message", "type");
                case "system-out" -> Set.of();
                default -> throw new AssertionError(element.getTagName());
              });
    }
  }

  private static List<String> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> element.getAttributes().item(i).getNodeName())
        .toList();
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
