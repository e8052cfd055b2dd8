package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is on the machine sees the arguments of a process. */
class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "database.password, BROADSHEET_DATABASE_PASSWORD",
        "kafka.properties.sasl.jaas.config, BROADSHEET_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
        "kafka.properties.ssl.key.password, BROADSHEET_KAFKA_PROPERTIES_SSL_KEY_PASSWORD"
    })
    void aSecretAmongTheArgumentsIsRefused(String key, String variable) {
        StringWriter printed = new StringWriter();
        int code = Broadsheet.commandLine(new PrintWriter(printed), new PrintWriter(printed))
                .execute("figures", "--set", key + "=hunter2");
        assertThat(code).isNotZero();
        assertThat(printed.toString())
                .contains(key + " would be seen in the list of processes: give it by " + variable)
                .doesNotContain("hunter2");
    }
}
