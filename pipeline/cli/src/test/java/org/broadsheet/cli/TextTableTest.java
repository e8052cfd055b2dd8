package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void aChineseCharacterIsTwoColumnsWide() {
        TextTable table = new TextTable("region", "code", "label");
        table.add("中国", "100000", "户");
        table.add("迎泽区", "140106", "");
        assertThat(table.toString()).isEqualTo("""
                region  code    label
                中国    100000  户
                迎泽区  140106
                """);
    }
}
