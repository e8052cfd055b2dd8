package org.broadsheet.text.page;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageReaderTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String KEY = "太原晚报/2022-11-22/003";
    private static final int DAY = 19318;
    private static final String PROSE = "本报讯 11月21日，迎泽区设立795个检测采样点。\n街道组织87名志愿者上门服务。";

    private final PageReader reader = new PageReader(sources());

    @Test
    void readsTheEncodingsOfChinesePages() {
        byte[] le = concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, PROSE.getBytes(UTF_16LE));
        byte[] be = concat(new byte[] {(byte) 0xFE, (byte) 0xFF}, PROSE.getBytes(UTF_16BE));
        byte[] marked = ("\uFEFF" + PROSE).getBytes(UTF_8);

        for (byte[] value : List.of(PROSE.getBytes(UTF_8), PROSE.getBytes(GB18030), le, be, marked)) {
            assertThat(page(KEY, value).text()).isEqualTo(PROSE);
        }
    }

    @Test
    void readsTheSamplesInBothEncodingsAlike() throws IOException {
        Path samples = Path.of(System.getProperty("broadsheet.root"), "config", "samples", "pages");
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".txt")).toList()) {
                String text = Files.readString(file);
                assertThat(page(KEY, text.getBytes(UTF_8)).text()).isEqualTo(text);
                assertThat(page(KEY, text.getBytes(GB18030)).text()).isEqualTo(text);
            }
        }
    }

    @Test
    void keepsWhatIsOddInAText() {
        String odd = "本报讯\r\n\0迎泽\u200B区\uE000新增，🙂\uFFFF";

        assertThat(page(KEY, odd.getBytes(UTF_8)).text()).isEqualTo(odd);
        assertThat(page(KEY, concat(PROSE.getBytes(UTF_8), new byte[] {(byte) 0xE8, (byte) 0xBF}))
                        .text())
                .isEqualTo(PROSE + "\uFFFD");
    }

    @Test
    void knowsWhatIsNoText() {
        assertThat(rejection("FFD8FFE000104A464946"))
                .isEqualTo(notText("JPEG picture; send the text that a recogniser reads in it"));
        assertThat(rejection("89504E470D0A1A0A"))
                .isEqualTo(notText("PNG picture; send the text that a recogniser reads in it"));
        assertThat(rejection("255044462D312E34"))
                .isEqualTo(notText("PDF document; take its text out first, one text file a page"));
        assertThat(rejection("D0CF11E0A1B11AE1"))
                .isEqualTo(notText("Word document; save it as plain text (UTF-8) or HTML"));
        assertThat(rejection("504B0304" + "776F72642F"))
                .isEqualTo(notText("Word document; save it as plain text (UTF-8) or HTML"));
        assertThat(rejection("504B0304" + "612E747874"))
                .isEqualTo(
                        notText("ZIP archive; ./broadsheet feed opens .zip, .tar and .tar.gz; send the files in it"));
        assertThat(rejection("00010203040506")).isEqualTo(notText("binary data"));
        assertThat(rejection("C3E9E2FFFE00FEE1")).isEqualTo(notText("binary data"));
        assertThat(reading(KEY, "café était déjà là".getBytes(Charset.forName("ISO-8859-1"))))
                .isEqualTo(notText("text in an encoding not read here; save it as UTF-8"));
        assertThat(reading(KEY, "新冠肺炎疫情防控工作，區長說明".getBytes(Charset.forName("Big5"))))
                .isEqualTo(notText("text in an encoding not read here; save it as UTF-8"));
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        assertThat(reading(KEY, new byte[0])).isEqualTo(rejected(Reason.EMPTY, "no bytes at all"));
        assertThat(reading(KEY, " \r\n\t\u3000\u200B\n".getBytes(UTF_8)))
                .isEqualTo(rejected(Reason.EMPTY, "nothing but white space"));
        assertThat(reading(KEY, "区".repeat(349_526).getBytes(UTF_8)))
                .isEqualTo(rejected(Reason.TOO_LARGE, "more than 1048576 bytes of text"));
        assertThat(page(KEY, "区".repeat(349_525).getBytes(UTF_8)).text()).hasSize(349_525);
    }

    @Test
    void opensEnvelopes() {
        String json = " {\"text\": \"迎泽区\\n小店区\", \"source\": \"晋中日报\", \"published\": \"2022-11-26\","
                + " \"home\": 140700, \"url\": \"a/b\", \"revision\": 3, \"page\": 4}";

        Page page = page(null, json.getBytes(UTF_8));

        assertThat(page.text()).isEqualTo("迎泽区\n小店区");
        assertThat(page.source()).isEqualTo("晋中日报");
        assertThat(page.published()).isEqualTo(day("2022-11-26"));
        assertThat(page.home()).isEqualTo(140700);
        assertThat(page.url()).isEqualTo("a/b");
        assertThat(page.id().revision()).isEqualTo(3);
        assertThat(page.id().key()).isEqualTo(Fingerprint.of(json.getBytes(UTF_8)));
        assertThat(page.inferred()).isEmpty();
    }

    @Test
    void refusesEnvelopesWithoutText() {
        assertThat(reading(KEY, "{\"title\": \"迎泽区\"}".getBytes(UTF_8)))
                .isEqualTo(rejected(Reason.NO_TEXT, "a JSON object with no \"text\""));
        assertThat(reading(KEY, "{\"text\": 7}".getBytes(UTF_8)))
                .isEqualTo(rejected(Reason.NO_TEXT, "a JSON object with a \"text\" that is no string"));
        assertThat(reading(KEY, "{\"text\": \"迎泽".getBytes(UTF_8)))
                .isEqualTo(rejected(Reason.NO_TEXT, "a JSON object that breaks off or has a fault in line 1"));
        assertThat(reading(KEY, "{".repeat(500_000).getBytes(UTF_8))).isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void takesTheLinesOutOfHtml() {
        String html = "<!DOCTYPE html><html><head><title>x</title><script>var a=1;</script></head><body><h1>开展核酸检测</h1>"
                + "<p>本报讯<br>迎泽区</p><div>小店区<style>p{}</style></div></body></html>";

        assertThat(page(KEY, html.getBytes(UTF_8)).text()).isEqualTo("开展核酸检测\n\n本报讯\n迎泽区\n\n小店区\n\n");
    }

    @Test
    void headerBeatsEnvelopeBeatsKey() {
        byte[] json = "{\"text\": \"迎泽区\", \"source\": \"晋中日报\", \"published\": \"2022-11-26\"}".getBytes(UTF_8);

        Page page = read(KEY, json, header("published", "2022-11-27"), header("trace", "\u0001"));

        assertThat(page.source()).isEqualTo("晋中日报");
        assertThat(page.published()).isEqualTo(day("2022-11-27"));
        assertThat(page.home()).isEqualTo(140700);
        assertThat(page(KEY, PROSE.getBytes(UTF_8)).source()).isEqualTo("太原晚报");
        assertThat(page(KEY, PROSE.getBytes(UTF_8)).home()).isEqualTo(140100);
        assertThat(page(KEY, PROSE.getBytes(UTF_8)).inferred()).isEmpty();
    }

    @Test
    void readsPaperAndDayOffTheText() {
        Page masthead = page("a", ("太 原 晚 报 2022年11月22日 星期二\n" + PROSE).getBytes(UTF_8));
        Page numerals = page("a", (PROSE + "\n二〇二二年十一月二十日 第3版").getBytes(UTF_8));
        Page dateline = page("a", "本报讯 2021年1月19日0—24时，新增病例16例。".getBytes(UTF_8));

        assertThat(masthead.source()).isEqualTo("太原晚报");
        assertThat(masthead.published()).isEqualTo(day("2022-11-22"));
        assertThat(masthead.home()).isEqualTo(140100);
        assertThat(masthead.inferred()).containsExactly("home", "published", "source");
        assertThat(numerals.published()).isEqualTo(day("2022-11-20"));
        assertThat(dateline.published()).isEqualTo(day("2021-01-19"));
        assertThat(dateline.home()).isZero();
        assertThat(reading("a", PROSE.getBytes(UTF_8)))
                .isEqualTo(rejected(Reason.NO_DAY, "no day of publication in headers, envelope, key, address or text"));
        assertThat(reading("a", (PROSE + "他生于1950年3月4日，是老党员。").getBytes(UTF_8))).isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void refusesHeadersThatDoNotSayWhatTheyShould() {
        byte[] value = PROSE.getBytes(UTF_8);

        assertThat(reader.read(raw(KEY, value, header("published", "tomorrow"), header("home", "14"))))
                .isEqualTo(rejected(
                        Reason.BAD_HEADER,
                        "published: tomorrow (wanted an ISO day such as 2022-11-22);"
                                + " home: 14 (wanted a six-digit code such as 140100)"));
        assertThat(reader.read(raw(KEY, value, header("revision", "new"))))
                .isEqualTo(rejected(Reason.BAD_HEADER, "revision: new (wanted a whole number from 0 on)"));
        assertThat(reader.read(raw(KEY, value, header("source", "甲报"), header("source", "乙报"))))
                .isEqualTo(rejected(Reason.BAD_HEADER, "source is given twice: 甲报, 乙报"));
        assertThat(reader.read(raw(KEY, value, new Header("home", new byte[] {(byte) 0xFF}))))
                .isEqualTo(rejected(Reason.BAD_HEADER, "home is not UTF-8"));
        assertThat(reader.read(raw(KEY, value, header("source", "甲".repeat(300) + "\u0007"))))
                .isEqualTo(rejected(Reason.BAD_HEADER, "source holds control characters"));
    }

    @Test
    void contentIsAFunctionOfValueAndHeadersWhateverTheirOrder() {
        byte[] value = PROSE.getBytes(UTF_8);
        PageId one = read(KEY, value, header("home", "140100"), header("source", "甲报"))
                .id();
        PageId other = read(KEY, value, header("source", "甲报"), header("home", "140100"))
                .id();

        assertThat(one).isEqualTo(other);
        assertThat(one.content()).matches("[0-9a-f]{64}");
        assertThat(one.content()).isNotEqualTo(page(KEY, value).id().content());
        assertThat(one.key()).isEqualTo(KEY);
        assertThat(one.revision()).isZero();
    }

    @Test
    void aNullValueWithdrawsThePageOfItsKey() {
        Reading withdrawn = reader.read(raw(KEY, null, header("revision", "2")));

        assertThat(withdrawn)
                .isEqualTo(new Reading.Withdrawn(
                        new PageId(KEY, 2, Fingerprint.of(new byte[0], List.of(header("revision", "2")))), DAY));
        assertThat(reader.read(raw("003", null, header("published", "2022-11-21"))))
                .extracting(reading -> ((Reading.Withdrawn) reading).day())
                .isEqualTo(DAY - 1);
        assertThat(reader.read(raw("003", null)))
                .extracting(reading -> ((Reading.Withdrawn) reading).day())
                .isEqualTo(Reading.Withdrawn.NO_DAY);
        assertThat(reader.read(raw(null, null))).isEqualTo(rejected(Reason.EMPTY, "neither key nor value"));
    }

    @Test
    void takesAnyBytes() {
        Random random = new Random(7);
        List<byte[]> seeds = List.of(
                PROSE.getBytes(UTF_8),
                PROSE.getBytes(GB18030),
                "{\"text\": \"\\ud800迎泽区\", \"published\": \"2022-11-26\"}".getBytes(UTF_8),
                "<html><p>迎泽区<table><tr><td>1".getBytes(UTF_8));
        for (int i = 0; i < 4000; i++) {
            byte[] value = seeds.get(i % seeds.size()).clone();
            for (int change = random.nextInt(6); change >= 0; change--) {
                value[random.nextInt(value.length)] = (byte) random.nextInt(256);
            }
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);

            assertThat(reading(KEY, value)).isNotNull();
            assertThat(reading(KEY, noise)).isNotNull();
        }
    }

    private static Sources sources() {
        try {
            return Sources.read(new StringReader("papers: {太原晚报: 140100, 晋中日报: 140700}"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Reading reading(@Nullable String key, byte[] value) {
        return reader.read(raw(key, value));
    }

    private Reading rejection(String hex) {
        return reading(KEY, java.util.HexFormat.of().parseHex(hex));
    }

    private Page page(@Nullable String key, byte[] value) {
        return read(key, value);
    }

    private Page read(@Nullable String key, byte[] value, Header... headers) {
        Reading reading = reader.read(raw(key, value, headers));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).page();
    }

    private static RawPage raw(@Nullable String key, byte @Nullable [] value, Header... headers) {
        return new RawPage(
                "", 0, 0, key == null ? null : key.getBytes(UTF_8), value, new ArrayList<>(Arrays.asList(headers)));
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(UTF_8));
    }

    private static Reading rejected(Reason reason, String detail) {
        return new Reading.Rejected(Stage.READ, reason, detail);
    }

    private static Reading notText(String detail) {
        return rejected(Reason.NOT_TEXT, detail);
    }

    private static int day(String iso) {
        return Math.toIntExact(LocalDate.parse(iso).toEpochDay());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
