package org.broadsheet.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that looks at a report; where there is none, the test is skipped, or failed where one is required. */
public final class Browser implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 100;
    /** Chromedriver's own half a minute for a script is little on a busy machine. */
    private static final Duration PATIENCE = Duration.ofHours(1);
    /** What a browser asks itself, on its empty page for instance. */
    private static final Pattern OWN = Pattern.compile("^(about|blob|chrome|chrome-untrusted|data):");

    private static final Path SCREENSHOTS = Path.of(System.getProperty("broadsheet.root"), "target", "screenshots");

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** Starts one with a profile of its own, 1280 pixels wide. */
    public static Browser open(Path folder) throws IOException {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String missing = "no chromium and chromedriver on the PATH: the report was not looked at in a browser"
                    + " (apt-get install chromium chromium-driver fonts-noto-cjk)";
            if ("required".equals(System.getProperty("broadsheet.browser"))) {
                fail(missing);
            }
            System.out.println("Skipped: " + missing);
            Assumptions.abort(missing);
        }
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=zh-CN",
                "--window-size=1280,1600",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile-"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options), downloads);
        browser.driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
        browser.driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        return browser;
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    public ChromeDriver driver() {
        return driver;
    }

    public Path downloads() {
        return downloads;
    }

    /** Loads a page anew, whatever is shown now. */
    public void load(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** A phone's width, 375 pixels; or the width of the window again. */
    public void narrow(boolean isPhone) {
        if (isPhone) {
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 375, "height", 812, "deviceScaleFactor", 1, "mobile", true));
        } else {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** The texts of all that is shown and matches. */
    public List<String> texts(String css) {
        return strings("return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent.trim())", css);
    }

    /** What a script returns: a list of texts. */
    public List<String> strings(String script, Object... arguments) {
        Object found = driver.executeScript(script, arguments);
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A script's answer as text. */
    public String ask(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    /** Looks again and again until it is so. */
    public static void await(BooleanSupplier isSo) throws InterruptedException {
        while (!isSo.getAsBoolean()) {
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    public void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** That nothing was asked for but the page itself and what {@code address} serves, and that nothing was complained of. */
    public void assertQuiet(String address) throws IOException {
        assertThat(requests())
                .filteredOn(url -> !OWN.matcher(url).find())
                .isNotEmpty()
                .allMatch(url -> url.startsWith(address));
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> !entry.getMessage().contains("favicon"))
                .isEmpty();
    }

    private List<String> requests() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> requests = new ArrayList<>();
        for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = mapper.readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(message.path("params").path("request").path("url").asText());
            }
        }
        return requests;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
