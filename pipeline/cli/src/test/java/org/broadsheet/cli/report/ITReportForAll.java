package org.broadsheet.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The report without a mouse and without good eyes: from 中国 to 迎泽区 by arrows, and no rule of axe-core is broken. */
class ITReportForAll {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-11-25T18:00:00Z"), ZoneOffset.UTC);
    private static final String SHANXI = "#region=140000&metric=test_sites&scope=current";
    private static final String BROKEN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => done(violations.flatMap(
              ({ id, nodes }) => nodes.map((node) => id + ": " + node.target.join(" ") + " " + node.failureSummary))));""";

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
    void theMapLeadsFromTheCountryToACountyByKeyboard() throws Exception {
        String address = write();
        browser.load(address + "#region=100000&metric=test_sites&scope=current");
        for (int i = 0; i < 30 && !"map-keys".equals(focused()); i++) {
            type(Keys.TAB);
        }
        assertThat(focused()).isEqualTo("map-keys");
        assertThat(browser.ask("const style = getComputedStyle(document.activeElement);"
                        + " return style.outlineStyle + ' ' + style.outlineWidth"))
                .isEqualTo("solid 2px");
        assertThat(browser.find("#map-help").isDisplayed()).isTrue();
        assertThat(active()).isEqualTo("北京市: 没有数字");
        type(Keys.ARROW_LEFT);
        assertThat(active()).isEqualTo("山西省: ≥885 个 · 合计 2/11 个下级地区 · 2022年11月22日");
        assertThat(browser.texts("#map .tip")).containsExactly("山西省 ≥885 个 · 合计 2/11 个下级地区 · 2022年11月22日");
        browser.screenshot("keyboard");
        type(Keys.ENTER);
        assertThat(browser.texts("#trail [aria-current]")).containsExactly("山西省");
        assertThat(active()).startsWith("太原市: ≥795 个");
        type(Keys.ENTER);
        type(Keys.END);
        assertThat(active()).isEqualTo("古交市: 没有数字");
        type(Keys.HOME);
        type(Keys.PAGE_DOWN);
        assertThat(active()).isEqualTo("迎泽区: 795 个 · 报道原数 · 2022年11月22日");
        type(Keys.ENTER);
        assertThat(browser.texts("#trail [aria-current]")).containsExactly("迎泽区");
        assertThat(browser.texts("#map-parts [aria-selected=true]")).containsExactly(active());
        type(Keys.SPACE);
        assertThat(browser.texts("#evidence mark")).containsExactly(SampleReport.SENTENCE);
        type(Keys.ESCAPE);
        assertThat(focused()).isEqualTo("map-keys");
        type(Keys.ESCAPE);
        assertThat(browser.texts("#trail [aria-current]")).containsExactly("山西省");
        assertThat(active()).startsWith("太原市");
        type(Keys.BACK_SPACE);
        assertThat(browser.texts("#trail [aria-current]")).containsExactly("中国");
        type(Keys.ESCAPE);
        assertThat(browser.texts("#trail [aria-current]")).containsExactly("中国");
        assertThat(active()).startsWith("山西省");
        browser.assertQuiet(address);
    }

    /** Whoever goes through the list passes all parts, wherever arrows lead. */
    @Test
    void everyPartIsReached() throws Exception {
        browser.load(write() + SHANXI);
        browser.ask("document.getElementById('map-keys').focus({ focusVisible: true })");
        type(Keys.HOME);
        assertThat(active()).startsWith("太原市");
        for (String city : List.of("大同市", "阳泉市", "长治市", "晋城市", "朔州市", "晋中市", "运城市", "忻州市", "临汾市", "吕梁市")) {
            type(Keys.PAGE_DOWN);
            assertThat(active()).startsWith(city + ": ");
        }
        type(Keys.PAGE_DOWN);
        assertThat(active()).startsWith("吕梁市");
    }

    @Test
    void noRuleIsBrokenInChineseByDay() throws Exception {
        browser.load(write() + SHANXI);
        assertNothingIsBroken();
        browser.load(write() + "#region=140106&metric=test_sites&scope=current");
        browser.find("#search").sendKeys("迎");
        assertThat(browser.texts("#found button")).isNotEmpty();
        assertNothingIsBroken();
    }

    @Test
    void noRuleIsBrokenInEnglishByNight() throws Exception {
        browser.load(write() + SHANXI);
        browser.find("#language").click();
        browser.find("#theme").click();
        assertThat(browser.ask("return document.documentElement.dataset.theme")).isEqualTo("dark");
        browser.screenshot("dark");
        assertNothingIsBroken();
    }

    @Test
    void noRuleIsBrokenBesideTheEvidence() throws Exception {
        for (boolean isPhone : new boolean[] {false, true}) {
            browser.narrow(isPhone);
            browser.load(write() + "#region=140106&metric=test_sites&scope=current");
            browser.find("#lead button").click();
            assertThat(browser.texts("#evidence mark")).containsExactly(SampleReport.SENTENCE);
            assertNothingIsBroken();
        }
    }

    @Test
    void noRuleIsBrokenOnAPhoneByNight() throws Exception {
        browser.narrow(true);
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        browser.load(write() + SHANXI);
        browser.screenshot("phone-dark");
        assertNothingIsBroken();
    }

    private void assertNothingIsBroken() throws IOException {
        browser.driver().executeScript(axe());
        assertThat((List<?>) browser.driver().executeAsyncScript(BROKEN)).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream script = Objects.requireNonNull(ITReportForAll.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    private String focused() {
        return browser.ask("return document.activeElement.id");
    }

    /** What a reader says of the part of the map that the keys have come to. */
    private String active() {
        return browser.ask("return document.getElementById(document.getElementById('map-keys')"
                + ".getAttribute('aria-activedescendant')).textContent");
    }

    private void type(CharSequence keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private String write() throws Exception {
        Path file = folder.resolve("报告.html");
        ReportFile.write(SampleReport.data(), CLOCK, file);
        return file.toUri().toASCIIString();
    }
}
