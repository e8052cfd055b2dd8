package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionNameTest {
    @ParameterizedTest
    @CsvSource({
        "太原晚报/2022-11-22/003#5, 太原晚报/2022-11-22/003, 5",
        "太原晚报/2022-11-22/003, 太原晚报/2022-11-22/003, -1",
        "第#3版#0, 第#3版, 0",
        "第#3版, 第#3版, -1",
        "a#, a#, -1",
        "#5, #5, -1",
        "a#99999999999, a#99999999999, -1"
    })
    void isAPageAndANumber(String name, String key, int number) {
        assertThat(MentionName.read(name)).isEqualTo(new MentionName(key, number));
    }

    @Test
    void isShownAsAShellTakesIt() {
        assertThat(new MentionName("太原晚报/2022-11-22/003", 5).shown()).isEqualTo("太原晚报/2022-11-22/003#5");
        assertThat(new MentionName("Shanxi Daily/1", 0).shown()).isEqualTo("'Shanxi Daily/1#0'");
        assertThat(new MentionName("it's", -1).shown()).isEqualTo("'it'\\''s'");
        assertThat(new MentionName("--help", 1).shown()).isEqualTo("'--help#1'");
    }
}
