package org.broadsheet.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A page that would harm its reader is shown as the text that it is: {@code <script>} beside 迎泽区. */
class ITHostileReport {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-11-25T18:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void openBrowser() throws Exception {
        browser = Browser.open(folder);
    }

    @AfterEach
    void closeBrowser() {
        // Null where there is no browser: the test was skipped.
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void hostileTextIsShownAndDoesNothing() throws Exception {
        String address = write(HostileReport.data());
        browser.load(address + "#region=140106");
        browser.find("#lead button").click();
        assertThat(browser.texts("#evidence mark")).containsExactly(HostileReport.SENTENCE);
        assertThat(browser.texts("#evidence .quote")).containsExactly(HostileReport.QUOTE);
        assertThat(browser.texts("#evidence h4")).containsExactly("标题" + HostileReport.ENDS);
        assertThat(browser.texts("#evidence a")).isEmpty();
        assertThat(browser.find("#evidence .keys").getText()).contains("javascript:window.harmed = 4");
        browser.screenshot("hostile");
        assertThat(browser.ask("return document.querySelectorAll('img, iframe, object').length"))
                .isEqualTo("0");
        browser.narrow(true);
        assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"
                        + " && document.getElementById('evidence').scrollWidth <= innerWidth"))
                .isEqualTo("true");
        browser.driver().findElement(By.id("close")).click();
        browser.find("#search").sendKeys("script");
        assertThat(browser.texts("#found button")).hasSizeGreaterThanOrEqualTo(3);
        browser.find("#language").click();
        assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
        assertThat(browser.ask("return typeof window.harmed")).isEqualTo("undefined");
        browser.assertQuiet(address);
    }

    @Test
    void onlyAPageOfTheWebIsALink() throws Exception {
        browser.load(write(HostileReport.data("https://example.org/003?a=1&b=\"><script>")) + "#region=140106");
        browser.find("#lead button").click();
        assertThat(browser.find("#evidence a").getDomAttribute("href"))
                .isEqualTo("https://example.org/003?a=1&b=%22%3E%3Cscript%3E");
        assertThat(browser.find("#evidence a").getDomAttribute("rel")).isEqualTo("noopener noreferrer");
    }

    private String write(ReportData data) throws Exception {
        Path file = folder.resolve("报告.html");
        ReportFile.write(data, CLOCK, file);
        return file.toUri().toASCIIString();
    }
}
