package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    private final Capacity capacity = new Capacity();
    private final Catalogue catalogue = Catalogue.packaged();

    @ParameterizedTest
    @CsvSource({
        "residents,   480000,     420922, 420922",
        "residents,   4800000,    420922, 420000",
        "residents,   4800000,    420100, 420100",
        "residents,   4800000,    310115, 310115",
        "residents,   200000000,  420000, 100000",
        "residents,   1400000000, 100000, 100000",
        "residents,   4400000000, 100000, -1",
        "households,  1100000,    420922, 420922",
        "households,  3400000,    420922, 420000",
        "party_members, 88000000, 510183, 100000",
        "party_members, 300000,   510183, 510183",
        "enterprises, 4800000,    420922, 420922",
    })
    void movesWhatItsSentencePlacesWhereItHasNoRoom(String metric, long value, int region, int holding) {
        assertThat(holding(metric, value, new Where(region, "", "stated", true), 100000, null))
                .isEqualTo(holding);
    }

    @ParameterizedTest
    @CsvSource({
        // a paper of the country goes back to the country, or to what its headline names
        "100000, 0,      480, 100000",
        "100000, 340000, 480, 340000",
        // a paper of the province to the province
        "340100, 0,      480, 340000",
        "340100, 0,      40,  341524",
    })
    void movesWhatIsCarriedOver(int home, int headline, long tenThousands, int holding) {
        Where named = headline == 0 ? null : new Where(headline, "", "headline", false);
        assertThat(holding("residents", tenThousands * 10_000, new Where(341524, "", "subject", false), home, named))
                .isEqualTo(holding);
    }

    @ParameterizedTest
    @CsvSource({"210000, 110000", "2100, 110102"})
    void leavesTheCommunityOfAnExample(long households, int holding) {
        Where community = new Where(110102, "红居南街社区", "subject", false);
        assertThat(holding("households", households, community, 100000, new Where(110000, "", "headline", false)))
                .isEqualTo(holding);
    }

    private int holding(String id, long value, Where where, int home, @Nullable Where headline) {
        Metric metric = catalogue.metric(id).orElseThrow();
        return capacity.holding(where, metric, BigDecimal.valueOf(value), home, () -> headline)
                .region();
    }
}
