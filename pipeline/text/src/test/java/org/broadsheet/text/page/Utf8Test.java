package org.broadsheet.text.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final String[] PIECES = {
        "本报讯", "，", "a", "12.5%", "\n", "\r\n", "\t", "·", "é", "ￜ", "\uD83D\uDE00", "\uE000", "힣", "ߍ", "ก"
    };

    @Test
    void decodesChineseAndAsciiMixed() {
        assertThat(decode("11月6日，在界都乡\n种植Ａ区 1,052 亩")).isEqualTo("11月6日，在界都乡\n种植Ａ区 1,052 亩");
        assertThat(decode("中")).isEqualTo("中");
        assertThat(decode("")).isEmpty();
    }

    @Test
    void startsBehindAMark() {
        assertThat(Utf8.decode("\uFEFF本报讯".getBytes(StandardCharsets.UTF_8), 3)).isEqualTo("本报讯");
    }

    @Test
    void decodesEveryCharacterThatIsText() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean control = (c < ' ' && (c < '\t' || c > '\r')) || (c >= 0x7F && c < 0xA0);
            boolean text = !control && c != 0xFFFD && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
            String page = "报" + Character.toString(c) + "讯电台消息";
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            if (text) {
                assertThat(Utf8.decode(bytes, 0)).isEqualTo(page);
            } else if (c < Character.MIN_SURROGATE || c == 0xFFFD) {
                assertThat(Utf8.decode(bytes, 0)).as("U+%04X", c).isNull();
            }
        }
    }

    @Test
    void leavesFaultsToOthers() {
        assertThat(decode(0xE4, 0xB8)).isNull();
        assertThat(decode(0xE0, 0x80, 0x80, 0xE4, 0xB8, 0xAD, 'a', 'b')).isNull();
        assertThat(decode(0xED, 0xA0, 0x80, 0xE4, 0xB8, 0xAD, 'a', 'b')).isNull();
        assertThat(decode(0xE4, 0xB8, 0xAD, 0xED, 0xA0, 0x80, 'a', 'b')).isNull();
        assertThat(decode(0xC1, 0xA1, 'a', 'b', 'c', 'd', 'e', 'f')).isNull();
        assertThat(decode(0xF4, 0x90, 0x80, 0x80, 'a', 'b', 'c', 'd')).isNull();
        assertThat(decode(0xF8, 0x88, 0x80, 0x80, 0x80, 'a', 'b', 'c')).isNull();
        assertThat(decode(0xD6, 0xD0, 0xB9, 0xFA)).isNull();
        assertThat(decode(0x80)).isNull();
    }

    @Test
    void decodesAsOthersDo() {
        Random random = new Random(22);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder page = new StringBuilder();
            for (int left = random.nextInt(40); left > 0; left--) {
                page.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(decode(page.toString())).isEqualTo(page.toString());
        }
    }

    @Test
    void decodesAsOthersDoWhatIsBroken() {
        Random random = new Random(23);
        byte[] whole = "本报讯 11月6日，\uD83D\uDE00在界都乡é·".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = whole.clone();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            String others = new String(broken, StandardCharsets.UTF_8);
            boolean strange = others.indexOf('\uFFFD') >= 0
                    || others.chars().anyMatch(c -> c < ' ' ? c < '\t' || c > '\r' : c >= 0x7F && c < 0xA0);
            assertThat(Utf8.decode(broken, 0)).isEqualTo(strange ? null : others);
        }
    }

    private static @Nullable String decode(String page) {
        return Utf8.decode(page.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static @Nullable String decode(int... bytes) {
        byte[] page = new byte[bytes.length];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) bytes[i];
        }
        return Utf8.decode(page, 0);
    }
}
