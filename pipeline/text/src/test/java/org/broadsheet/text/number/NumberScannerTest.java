package org.broadsheet.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberScannerTest {
    private final NumberScanner scanner = new NumberScanner(new ChineseNumerals());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "近万斤甘蓝菜|近万|10000|ABOUT|CARDINAL",
                "总投资逾210亿元|逾210亿|21000000000|OVER|CARDINAL",
                "二十多个部门|二十多|20|OVER|CARDINAL",
                "十几名医生|十几|10|OVER|CARDINAL",
                "百余名村民|百余|100|OVER|CARDINAL",
                "五百多万元|五百多万|5000000|OVER|CARDINAL",
                "不足60名|不足60|60|UNDER|CARDINAL",
                "大约2200户|大约2200|2200|ABOUT|CARDINAL",
                "两千三百多名|两千三百多|2300|OVER|CARDINAL",
                "唯一的两支车队|两|2|EXACT|CARDINAL",
                "几十名群众|几十|10|ABOUT|INDEFINITE",
                "数百名群众|数百|100|ABOUT|INDEFINITE",
                "上百名群众|上百|100|OVER|INDEFINITE",
                "一家面馆|一|1|EXACT|INDEFINITE",
                "三四百名|三四百|400|EXACT|RANGE",
                "第九版|九|9|EXACT|ORDINAL",
                "支出进度达94%|94|94|EXACT|SHARE",
                "G108国道|108|108|EXACT|CODE"
            })
    void finds(String text, String found, String value, Bound bound, Numeral.Kind kind) {
        assertThat(scanner.scan(text)).singleElement().satisfies(numeral -> {
            assertThat(text.substring(numeral.start(), numeral.end())).isEqualTo(found);
            assertThat(numeral.value().toPlainString()).isEqualTo(value);
            assertThat(numeral.bound()).isEqualTo(bound);
            assertThat(numeral.kind()).isEqualTo(kind);
        });
    }

    @Test
    void marksBothEndsOfARange() {
        assertThat(scanner.scan("300至400名，8—20人"))
                .extracting(Numeral::kind)
                .containsExactly(Numeral.Kind.RANGE, Numeral.Kind.RANGE, Numeral.Kind.RANGE, Numeral.Kind.RANGE);
    }

    @Test
    void findsNoNumberInWords() {
        assertThat(scanner.scan("万众一心").stream().filter(Numeral::counts)).isEmpty();
        assertThat(scanner.scan("百姓、千家、亿嘉")).isEmpty();
    }
}
