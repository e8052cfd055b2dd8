package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
    @Test
    void thePasswordIsNotWritten() {
        assertThat(new DatabaseSettings("jdbc:postgresql://h/d?password=hidden", "u", "hidden", "broadsheet"))
                .hasToString("DatabaseSettings[url=jdbc:postgresql://h/d, user=u, password=***, schema=broadsheet]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "A", "a b", "a;drop", "报纸", "a\"b"})
    void aSchemaIsAPlainName(String schema) {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:postgresql://h/d", "u", "", schema))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:mysql://h/d?password=hidden", "u", "", "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hidden");
    }
}
