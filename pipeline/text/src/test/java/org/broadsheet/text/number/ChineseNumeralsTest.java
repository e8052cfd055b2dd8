package org.broadsheet.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralsTest {
    /** What of duckling's cases does not fit, with the reason. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "五打", "打 is a measure word, no part of a numeral",
            "八打", "打 is a measure word, no part of a numeral",
            "十份十一", "份 in fractions is Cantonese",
            "二份一", "份 in fractions is Cantonese",
            "一又十分一", "又 in fractions is in no newspaper");

    private final ChineseNumerals numerals = new ChineseNumerals();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "一百零八|108",
                "两千三百|2300",
                "两千三|2300",
                "一万二|12000",
                "三万一|31000",
                "廿一万|210000",
                "贰佰万|2000000",
                "俩|2",
                "半|0.5",
                "四亿二千万|420000000",
                "六亿零八百零八万|608080000",
                "十二|12",
                "二〇二一|2021",
                "1,280|1280",
                "１，０２６|1026",
                "1 380|1380",
                "1.35万|13500",
                "30.93亿|3093000000",
                "4亿2000万|420000000",
                "2.3万亿|2300000000000",
                "一万零四十|10040",
                "百|100",
                "1325.55万|13255500"
            })
    void reads(String text, BigDecimal value) {
        assertThat(numerals.read(text))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "个", "一个", "3名", "1,2,3x", "零零零人", "分之", "点五"})
    void readsNothingElse(String text) {
        assertThat(numerals.read(text)).isEmpty();
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(20221122);
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextLong(10_000_000_000_000_000L) / (long) Math.pow(10, random.nextInt(16));
            assertThat(numerals.read(numerals.write(value)))
                    .as("%d, written %s", value, numerals.write(value))
                    .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(BigDecimal.valueOf(value)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,零", "10,十", "19,十九", "20,二十", "108,一百零八", "10040,一万零四十", "420000000,四亿二千万"})
    void writes(long value, String text) {
        assertThat(numerals.write(value)).isEqualTo(text);
    }

    @Test
    void agreesWithDuckling() throws IOException {
        List<String> wrong = new ArrayList<>();
        int tested = 0;
        ObjectMapper json = new ObjectMapper();
        InputStream stream = Objects.requireNonNull(
                ChineseNumeralsTest.class.getResourceAsStream("/specs/duckling_zh_numeral.jsonl"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                JsonNode test = json.readTree(row);
                String input = test.get("input").asText();
                if (!test.get("sensible").asBoolean() || LEFT_OUT.containsKey(input)) {
                    continue;
                }
                tested++;
                String number = input.endsWith("个") ? input.substring(0, input.length() - 1) : input;
                BigDecimal value = test.get("value").decimalValue();
                if (numerals.read(number)
                        .filter(read -> read.compareTo(value) == 0)
                        .isEmpty()) {
                    wrong.add(input + " = " + value + ", read " + numerals.read(number));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tested).isEqualTo(67);
    }
}
