package dev.millrace.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.Fixtures;
import dev.millrace.reports.JmhJson;
import dev.millrace.reports.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.json.JsonMapper;

/// What a person meets who opens a report: in a real browser, offline.
final class PageInBrowserTest {
  private static final int WIDE = 1400;
  private static final int NARROW = 360;

  @TempDir private static Path folder;

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start();
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /// The page of our own suite's results.
  private static Path page() {
    return page(Fixtures.scaling());
  }

  private static Path page(Path results) {
    return page(results.toString());
  }

  /// The page that `report` makes of some arguments.
  private static Path page(String... arguments) {
    var report = folder.resolve(Integer.toHexString(List.of(arguments).hashCode()));
    var page = report.resolve("index.html");
    if (!Files.exists(page)) {
      var all =
          Stream.of(
              Stream.of("report"), Stream.of(arguments), Stream.of("--out", report.toString()));
      var run = Run.of(all.flatMap(each -> each).toArray(String[]::new));
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
    return page;
  }

  /// Pages of all kinds of results that are here.
  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<>(ownPages());
    pages.add(page(Fixtures.file("results/every-form.json")));
    if (!System.getProperty("millrace.jmhResults", "").isBlank()) {
      Fixtures.publicResults().forEach(results -> pages.add(page(results)));
    }
    return pages;
  }

  /// A page of each kind that the command makes: of results, of two files, of a trace, of a trend.
  private static List<Path> ownPages() throws IOException {
    var before = Fixtures.scaling().toString();
    var after = folder.resolve("after.json").toString();
    Files.copy(Fixtures.scaling(), Path.of(after), StandardCopyOption.REPLACE_EXISTING);
    var trace = Fixtures.file("trace/example.json").toString();
    return List.of(
        page(), page(before, after), page("--trace", trace), page("trend", runs().toString()));
  }

  /// Twelve runs, of which the last six are slower.
  private static Path runs() {
    var runs = folder.resolve("runs");
    for (var run = 10; run < 22; run++) {
      var forks = JmhJson.forks(run < 16 ? 10 : 12, run % 3 + (run < 16 ? 9 : 11), 10.5);
      JmhJson.write(runs.resolve("run-" + run + ".json"), JmhJson.averageTime("run", forks));
    }
    return runs;
  }

  @Test
  void page_opened_asksForNothingButItsOwnFiles() throws IOException {
    for (var page : pages()) {
      browser.requests();
      browser.console();
      browser.open(page, WIDE);
      browser.execute("scrollTo(0, document.body.scrollHeight)");
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(address -> Browser.isBelow(address, page.getParent()));
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  void charts_areAllShown() {
    browser.open(page(), WIDE);
    var broken =
        browser.await(
            "const done = arguments[0]; const all = [...document.images];"
                + "all.forEach(each => each.loading = 'eager');"
                + "Promise.allSettled(all.map(each => each.decode())).then(() =>"
                + " done(all.filter(each => !each.naturalWidth).map(each => each.src)));");
    assertThat(broken).isEqualTo(List.of());
  }

  @Test
  void charts_onAWideScreen_areShownWhole() {
    browser.open(page(), WIDE);
    var cut =
        browser.execute(
            "return [...document.querySelectorAll('.chart')]"
                + ".filter(each => each.scrollWidth > each.clientWidth)"
                + ".map(each => each.innerHTML);");
    assertThat(cut).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {NARROW, WIDE})
  void texts_neverCoverEachOther(int width) throws IOException {
    for (var page : pages()) {
      browser.open(page, width);
      var overlaps = browser.run("overlaps.js");
      assertThat(overlaps.path("texts").intValue()).isGreaterThan(30);
      assertThat(overlaps.path("found")).as(page + " at " + width).isEmpty();
    }
  }

  @Test
  void texts_inCharts_neverCoverEachOther() throws IOException {
    for (var page : pages()) {
      try (var charts = Files.list(page.resolveSibling("charts"))) {
        for (var chart : charts.filter(each -> each.toString().endsWith(".svg")).toList()) {
          browser.open(chart, WIDE);
          var overlaps = browser.run("overlaps.js");
          assertThat(overlaps.path("texts").intValue()).as(chart.toString()).isGreaterThan(3);
          assertThat(overlaps.path("found")).as(chart.toString()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"light, 360", "dark, 360", "light, 1400", "dark, 1400"})
  void axe_findsNothingWrong(String scheme, int width) throws IOException {
    browser.prefer(scheme);
    for (var page : ownPages()) {
      browser.open(page, width);
      browser.execute(axe());
      var found = browser.await(Browser.resource("axe.js"));
      var result = JsonMapper.shared().readTree(String.valueOf(found));
      assertThat(result.path("passes").intValue()).as(page.toString()).isGreaterThan(20);
      assertThat(result.path("violations")).as(page.toString()).isEmpty();
    }
  }

  private static String axe() {
    var name = "/axe.min.js";
    try (var stream = PageInBrowserTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void colours_followTheSystem() {
    var script = "return getComputedStyle(document.body).backgroundColor";
    browser.open(page(), WIDE);
    browser.prefer("light");
    var light = browser.execute(script);
    browser.prefer("dark");
    assertThat(browser.execute(script)).isNotEqualTo(light);
  }

  @Test
  void sort_byMouse_goesUpAndDown() {
    browser.open(page(), WIDE);
    head("score").findElement(By.tagName("button")).click();
    assertThat(head("score").getDomAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(scores()).hasSizeGreaterThan(10).isSorted();
    head("score").findElement(By.tagName("button")).click();
    assertThat(head("score").getDomAttribute("aria-sort")).isEqualTo("descending");
    assertThat(scores()).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void sort_byKeyboard_needsNoMouse() {
    browser.open(page(), WIDE);
    var before = lines();
    var button = head("engine").findElement(By.tagName("button"));
    button.sendKeys(Keys.ENTER);
    assertThat(lines()).isNotEqualTo(before).isSorted();
    button.sendKeys(Keys.SPACE);
    assertThat(lines()).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void filter_byEngineJobAndText_leavesWhatFits() {
    browser.open(page(), WIDE);
    choose("engine", "forkjoin");
    assertThat(lines()).isNotEmpty().containsOnly("forkjoin");
    var all = lines().size();
    choose("job", "scan");
    assertThat(lines()).hasSizeLessThan(all).containsOnly("forkjoin");
    assertThat(count()).startsWith(lines().size() + " of ");
    browser.driver().findElement(By.cssSelector(".filters input")).sendKeys("no such thing");
    assertThat(lines()).isEmpty();
    browser.driver().findElement(By.cssSelector(".filters button")).sendKeys(Keys.ENTER);
    assertThat(lines()).hasSizeGreaterThan(all);
  }

  @Test
  void keyboard_firstStop_skipsTheContents() {
    browser.open(page(), WIDE);
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
    var first = browser.driver().switchTo().activeElement();
    assertThat(first.getText()).isEqualTo("Skip to the report");
    assertThat(first.getRect().getX()).isNotNegative();
    assertThat(first.getCssValue("outline-style")).isNotEqualTo("none");
  }

  @Test
  void link_toAFilteredRow_showsIt() {
    browser.open(page(), WIDE);
    choose("job", "scan");
    browser.execute("location.hash = 'r-s-rules-time'");
    var row = browser.driver().findElement(By.id("r-s-rules-time"));
    assertThat(row.isDisplayed()).isTrue();
  }

  @Test
  void print_givesPages() {
    browser.open(page(), WIDE);
    var pdf = Base64.getDecoder().decode(browser.driver().print(new PrintOptions()).getContent());
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(pdf.length).isGreaterThan(20_000);
  }

  private static WebElement head(String words) {
    return browser
        .driver()
        .findElement(By.xpath("//table[@class='sortable']//th[starts-with(., '" + words + "')]"));
  }

  private static void choose(String label, String value) {
    var select = By.xpath("//label[starts-with(., '" + label + "')]/select");
    new Select(browser.driver().findElement(select)).selectByVisibleText(value);
  }

  private static String count() {
    return browser.driver().findElement(By.cssSelector(".filters output")).getText();
  }

  private static List<String> lines() {
    return shown("td:nth-child(3)").stream().map(WebElement::getText).toList();
  }

  private static List<Double> scores() {
    return shown("td:nth-child(5)").stream()
        .map(cell -> Double.valueOf(Objects.requireNonNull(cell.getDomAttribute("data-v"))))
        .toList();
  }

  private static List<WebElement> shown(String cell) {
    return browser.driver().findElements(By.cssSelector(".sortable tbody " + cell)).stream()
        .filter(WebElement::isDisplayed)
        .toList();
  }
}
