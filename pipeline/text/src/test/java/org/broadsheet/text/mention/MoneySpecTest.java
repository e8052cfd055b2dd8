package org.broadsheet.text.mention;

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
import java.util.Set;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.number.ChineseNumerals;
import org.broadsheet.text.number.NumberScanner;
import org.junit.jupiter.api.Test;

/** Sums of money as peers test them: {@code 六十四万零一百四十三元一角七分} is 640143.17 yuan. */
class MoneySpecTest {
    /** What does not fit the contract, with the reason. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("15k左右", "k is no unit of a newspaper"),
            Map.entry("30w上下", "w is no unit of a newspaper"),
            Map.entry("10~15k元", "k is no unit of a newspaper"),
            Map.entry("三百万", "no unit: of what is not said"),
            Map.entry("小于40万", "no unit: of what is not said"),
            Map.entry("两毛五", "less than a yuan, and no unit at its end"),
            Map.entry("最多一块二角", "一 is an indefinite number"),
            Map.entry("最多一块二", "块二 without 毛 or 角 is spoken, not printed"),
            Map.entry("至少三块零四", "块零四 without 分 is spoken, not printed"),
            Map.entry("五块六到五块七毛八", "块六 without 毛 or 角 is spoken, not printed"));

    private static final Set<String> YUAN = Set.of("元", "Dollar", "CNY", "Cent");

    private final Catalogue catalogue = Catalogue.packaged();
    private final NumberScanner numbers = new NumberScanner(new ChineseNumerals());
    private final QuantityScanner scanner = new QuantityScanner(catalogue, numbers);

    @Test
    void agreesWithDuckling() throws IOException {
        assertThat(disagreements("duckling_zh_money.jsonl", 17)).isEmpty();
    }

    @Test
    void agreesWithJioNlp() throws IOException {
        assertThat(disagreements("jionlp_money.jsonl", 43)).isEmpty();
    }

    private List<String> disagreements(String file, int cases) throws IOException {
        List<String> wrong = new ArrayList<>();
        int tested = 0;
        InputStream stream = Objects.requireNonNull(MoneySpecTest.class.getResourceAsStream("/specs/" + file));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                JsonNode test = new ObjectMapper().readTree(row);
                String input = test.get("input").asText();
                if (test.get("sensible").asBoolean() && !LEFT_OUT.containsKey(input)) {
                    tested++;
                    List<BigDecimal> expected = expected(test, input);
                    List<BigDecimal> read = yuan(input);
                    if (!same(expected, read)) {
                        wrong.add(input + ": " + expected + ", read " + read);
                    }
                }
            }
        }
        assertThat(tested).isEqualTo(cases);
        return wrong;
    }

    /** The sum in yuan; none of other currencies, of ranges and of indefinite numbers; 十几 is 10 by the contract. */
    private static List<BigDecimal> expected(JsonNode test, String input) {
        boolean cents = input.chars().noneMatch(c -> "元块币".indexOf(c) >= 0);
        if (!YUAN.contains(test.get("unit").asText()) || cents) {
            return List.of();
        }
        if (test.has("value")) {
            return List.of(test.get("value").decimalValue());
        }
        return input.startsWith("十几") ? List.of(BigDecimal.TEN) : List.of();
    }

    private List<BigDecimal> yuan(String input) {
        Map<String, BigDecimal> units =
                catalogue.metric("donations").orElseThrow().units();
        return scanner.scan(input, numbers.scan(input)).stream()
                .filter(quantity -> quantity.numeral().counts())
                .filter(quantity -> units.containsKey(quantity.measure()))
                .map(quantity -> quantity.numeral().value().multiply(units.get(quantity.measure())))
                .toList();
    }

    /** The peer rounds to the fen. */
    private static boolean same(List<BigDecimal> expected, List<BigDecimal> read) {
        return expected.size() == read.size()
                && (expected.isEmpty()
                        || expected.get(0).subtract(read.get(0)).abs().compareTo(new BigDecimal("0.005")) < 0);
    }
}
