package org.broadsheet.text.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.TextRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionsTest {
    private static final Correction CHANGED =
            new Correction("795个检测采样点", 17, "test_sites", new BigDecimal("705.0"), "误识");
    private static final Correction DROPPED = new Correction("12名党员", Correction.ANYWHERE, "", null, "编号");

    @Test
    void equalCorrectionsGiveEqualBytesInWhateverOrderTheyWereMade() {
        Corrections one = Corrections.NONE.with(CHANGED).with(DROPPED);
        Corrections other = Corrections.NONE.with(DROPPED).with(CHANGED);
        assertThat(one).isEqualTo(other);
        assertThat(new String(one.header().value(), UTF_8))
                .isEqualTo(
                        "{\"made\":2,\"mentions\":[{\"quote\":\"12名党员\",\"drop\":true,\"why\":\"编号\"},"
                                + "{\"quote\":\"795个检测采样点\",\"start\":17,\"metric\":\"test_sites\",\"value\":705,\"why\":\"误识\"}]}");
    }

    @Test
    void whatIsWrittenIsRead() {
        Corrections written = Corrections.NONE.with(CHANGED).with(DROPPED).without(CHANGED);
        assertThat(written.made()).isEqualTo(3);
        assertThat(written.list()).containsExactly(DROPPED);
        List<String> faults = new ArrayList<>();
        assertThat(CorrectionsJson.read(new String(written.header().value(), UTF_8), faults))
                .isEqualTo(written);
        assertThat(faults).isEmpty();
    }

    @Test
    void anotherWordOnTheSameMentionTakesTheOnesPlace() {
        Correction later = new Correction("795个检测采样点", 17, "test_sites", null, "无此事");
        assertThat(Corrections.NONE.with(CHANGED).with(later)).isEqualTo(new Corrections(2, List.of(later)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"made\":1}",
                "{\"made\":0,\"mentions\":[]}",
                "{\"made\":1.5,\"mentions\":[]}",
                "{\"made\":1,\"mentions\":[],\"more\":1}",
                "{\"made\":1,\"mentions\":[]} {}",
                "{\"made\":1,\"made\":2,\"mentions\":[]}",
                "{\"made\":1,\"mentions\":[1]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"drop\":false,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"drop\":true,\"value\":1,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"drop\":true}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"drop\":true,\"why\":\" \"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"\",\"drop\":true,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"start\":-1,\"drop\":true,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"metric\":3,\"drop\":true,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"value\":\"5\",\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"value\":-5,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"value\":1e999999999,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"value\":1e-999999999,\"why\":\"w\"}]}",
                "{\"made\":1,\"mentions\":[{\"quote\":\"q\",\"drop\":true,\"why\":\"w\"},"
                        + "{\"quote\":\"q\",\"value\":5,\"why\":\"v\"}]}"
            })
    void whatSaysNothingClearIsAFault(String header) {
        List<String> faults = new ArrayList<>();
        assertThat(CorrectionsJson.read(header, faults)).isNull();
        assertThat(faults).singleElement().asString().startsWith("corrections: ");
    }

    @Test
    void aPageBearsItsCorrectionsAndTheyBelongToItsContent() throws Exception {
        PageReader reader = reader();
        Page plain = read(reader, List.of());
        Page corrected = read(reader, List.of(Corrections.NONE.with(CHANGED).header()));
        Page undone = read(
                reader, List.of(Corrections.NONE.with(CHANGED).without(CHANGED).header()));
        assertThat(plain.corrections()).isEqualTo(Corrections.NONE);
        assertThat(corrected.corrections().list()).containsExactly(CHANGED);
        assertThat(undone.corrections()).isEqualTo(new Corrections(2, List.of()));
        assertThat(plain.id()).isLessThan(corrected.id());
        assertThat(corrected.id()).isLessThan(undone.id());
        assertThat(undone.id().corrected()).isEqualTo(2);
        assertThat(undone.id())
                .isLessThan(read(reader, List.of(new Header("revision", "1".getBytes(UTF_8))))
                        .id());
    }

    @Test
    void aHeaderThatSaysNothingClearRejectsThePageWhole() throws Exception {
        RawPage raw = page(List.of(new Header(Corrections.HEADER, "drop it".getBytes(UTF_8))));
        assertThat(reader().read(raw))
                .isEqualTo(new Reading.Rejected(Stage.READ, Reason.BAD_HEADER, "corrections: it is no JSON"));
        Header one = Corrections.NONE.with(CHANGED).header();
        Header other = Corrections.NONE.with(DROPPED).header();
        assertThat(reader().read(page(List.of(one, other))))
                .isEqualTo(new Reading.Rejected(Stage.READ, Reason.BAD_HEADER, "corrections is given twice"));
        assertThat(reader().read(page(List.of(one, one)))).isInstanceOf(Reading.Read.class);
    }

    private static PageReader reader() throws Exception {
        Path config = Path.of(System.getProperty("broadsheet.root"), "config");
        return new PageReader(TextRules.read(config.resolve("metrics.yaml"), config.resolve("sources.yaml"))
                .papers());
    }

    private static Page read(PageReader reader, List<Header> headers) {
        return ((Reading.Read) reader.read(page(headers))).page();
    }

    private static RawPage page(List<Header> headers) {
        return new RawPage(
                "", 0, 0, "太原晚报/2022-11-22/003".getBytes(UTF_8), "迎泽区设立了795个检测采样点。".getBytes(UTF_8), headers);
    }
}
