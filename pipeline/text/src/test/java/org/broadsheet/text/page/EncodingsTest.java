package org.broadsheet.text.page;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Encodings that no mark gives away, and days that stand in an address. */
class EncodingsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String PROSE = "本报讯 11月21日，迎泽区设立795个检测采样点。\n街道组织87名志愿者上门服务。";

    private final TextDecoder decoder = new TextDecoder();

    @Test
    void tellsUtf16WithoutMark() {
        assertThat(decoder.decode(PROSE.getBytes(UTF_16LE))).isEqualTo(new Decoding.Text(PROSE));
        assertThat(decoder.decode(PROSE.getBytes(UTF_16BE))).isEqualTo(new Decoding.Text(PROSE));
    }

    @Test
    void tellsTraditionalPrintInGb18030FromBig5() {
        String traditional = "澳門特別行政區政府表示，將於十一月二十二日為五百名長者提供服務，請各界留意。";

        assertThat(decoder.decode(traditional.getBytes(GB18030))).isEqualTo(new Decoding.Text(traditional));
        assertThat(decoder.decode(traditional.getBytes(Charset.forName("Big5"))))
                .isEqualTo(
                        new Decoding.Refused(Reason.NOT_TEXT, "text in an encoding not read here; save it as UTF-8"));
    }

    @Test
    void keepsZeroBytesAndCharactersCutInTwo() {
        String withZero = PROSE + "\0" + PROSE;
        byte[] gb18030 = PROSE.getBytes(GB18030);
        byte[] cut = Arrays.copyOf(gb18030, gb18030.length + 1);
        cut[gb18030.length] = (byte) 0xB5;

        assertThat(decoder.decode(withZero.getBytes(UTF_8))).isEqualTo(new Decoding.Text(withZero));
        assertThat(decoder.decode(cut)).isEqualTo(new Decoding.Text(PROSE + "\uFFFD"));
    }

    @Test
    void readsDaysOffAddressesAndKeys() {
        Integer day = Claims.day("2022-11-22");

        assertThat(PathDays.first("http://paper.example/html/2022-11/22/content_1_3.htm"))
                .isEqualTo(day);
        assertThat(PathDays.first("http://paper.example/pc/con/202211/22/content_9.html"))
                .isEqualTo(day);
        assertThat(PathDays.first("tywb20221122_03.txt")).isEqualTo(day);
        assertThat(PathDays.first("2022/11/22/03.txt")).isEqualTo(day);
        assertThat(PathDays.first("content_12345678")).isNull();
        assertThat(PathDays.first("1999991231")).isNull();
    }
}
