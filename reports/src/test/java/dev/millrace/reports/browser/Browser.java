package dev.millrace.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.reports.Fixtures;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Chromium that is installed, without a window. It reads files only and never updates itself.
final class Browser implements AutoCloseable {
  private static final List<String> CHROMIUM =
      List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
  private static final String DRIVER = "/usr/bin/chromedriver";

  /// What is far below is laid out when it comes near; here it is measured at once.
  private static final String LAY_OUT =
      "document.querySelectorAll('.panel').forEach(each => each.style.contentVisibility = 'visible')";

  private static final String REQUIRED = "millrace.requireBrowser";

  /// Selenium knows the protocol of some versions of Chromium; of others it only says that it does
  /// not, on standard error.
  private static final Logger LOGGER = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /// Starts it. Where it is not installed the test is skipped, and says so, unless the property
  /// `millrace.requireBrowser` is true.
  static Browser start() {
    var chromium = CHROMIUM.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    var isThere = chromium.isPresent() && Files.isExecutable(Path.of(DRIVER));
    if (Boolean.getBoolean(REQUIRED)) {
      assertThat(isThere).as("Chromium and its driver are installed").isTrue();
    }
    Assumptions.assumeTrue(
        isThere, "skipped: no Chromium here; on Debian install chromium and chromium-driver");
    LOGGER.setLevel(Level.SEVERE);
    var options =
        new ChromeOptions()
            .setBinary(chromium.orElseThrow().toString())
            .addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--allow-file-access-from-files");
    options.setCapability("goog:loggingPrefs", Map.of("performance", "ALL", "browser", "ALL"));
    var service = new ChromeDriverService.Builder().usingDriverExecutable(new File(DRIVER)).build();
    return new Browser(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  /// What a script returns.
  @Nullable Object execute(String script) {
    return driver.executeScript(script);
  }

  /// What a script passes to its last argument when it is done.
  @Nullable Object await(String script) {
    return driver.executeAsyncScript(script);
  }

  /// Opens a file in a window of some width.
  void open(Path file, int width) {
    resize(width, 900);
    driver.get(file.toUri().toString());
    driver.executeScript(LAY_OUT);
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /// What the operating system's setting would choose: `light` or `dark`.
  void prefer(String scheme) {
    var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /// The value of a script of our test resources, called with arguments, as JSON.
  JsonNode run(String script, Object... arguments) {
    var value = driver.executeScript(resource(script), arguments);
    return JsonMapper.shared().readTree(String.valueOf(value));
  }

  /// Every address that was asked for since this was last called, that of the page included.
  List<String> requests() {
    return messages()
        .filter(each -> each.path("method").stringValue().equals("Network.requestWillBeSent"))
        .map(each -> each.at("/params/request/url").stringValue())
        .toList();
  }

  private Stream<JsonNode> messages() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).path("message"));
  }

  /// What the console of the browser says since this was last called.
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(String::valueOf)
        .toList();
  }

  static String resource(String name) {
    try {
      return Files.readString(Fixtures.file("browser/" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isBelow(String address, Path folder) {
    return URI.create(address).getScheme().equals("data")
        || address.startsWith(folder.toUri().toString());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
