package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealDatabase.class)
class ITRulesInUse {
    private final DatabaseSettings settings;

    ITRulesInUse(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Test
    void onlyTheRulesThatFilledTheTablesMayGoOn() throws Exception {
        assertThat(RulesInUse.check(settings, "3-0b3fa2c4")).isEmpty();
        Queries.execute(
                settings,
                "INSERT INTO page VALUES (gen_random_uuid(), '太原晚报/2022-11-22/003', 0, 'c', false, '太原晚报', '2022-11-22',"
                        + " 140100, '', '{}', '2-9f00aa11', 1, 1, 0, '[]', '[]', '[]', '[]', 0, '[]')");
        assertThat(RulesInUse.check(settings, "2-9f00aa11")).isEmpty();
        assertThat(RulesInUse.check(settings, "3-0b3fa2c4"))
                .containsExactly(
                        "The tables in " + settings.schema() + " were filled by the rules 2-9f00aa11, and these"
                                + " are 3-0b3fa2c4: take a new database.schema, kafka.group and job.state-folder for them, or the"
                                + " rules that filled these.");
    }

    @Test
    void tablesThatAreNotThereHoldNoRules() {
        assertThat(RulesInUse.check(settings.withSchema(settings.schema() + "_empty"), "3-0b3fa2c4"))
                .isEmpty();
    }
}
