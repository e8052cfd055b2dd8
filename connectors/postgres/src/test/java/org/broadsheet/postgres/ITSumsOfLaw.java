package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sums of law 1 as the dashboard asks for them: 太原晚报's page of 12 paragraphs and 11 mentions, and what may happen to it. */
@ExtendWith(RealDatabase.class)
class ITSumsOfLaw {
    private static final String OFFSETS = "offsets|2|2|0";
    private static final String PARAGRAPHS = "paragraphs|12|12|0";
    private static final String MENTIONS = "mentions|11|11|0";

    private final DatabaseSettings settings;

    ITSumsOfLaw(DatabaseSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void write() throws Exception {
        SmallCountry.write(settings, SmallCountry.changes());
    }

    @Test
    void booksThatAreRightAddUp() throws Exception {
        assertThat(sums()).containsExactly(OFFSETS, PARAGRAPHS, MENTIONS);
    }

    @Test
    void anEmptyDatabaseHasNoneBroken() throws Exception {
        assertThat(after("TRUNCATE page, mention, intake"))
                .containsExactly("offsets|0|0|0", "paragraphs|0|0|0", "mentions|0|0|0");
    }

    @Test
    void eachRowThatIsBrokenIsCounted() throws Exception {
        assertThat(after("UPDATE intake SET read = 0")).containsExactly("offsets|2|1|1", PARAGRAPHS, MENTIONS);
        assertThat(after("UPDATE page SET kept = 5")).containsExactly("offsets|2|1|1", "paragraphs|12|6|1", MENTIONS);
        assertThat(after("DELETE FROM mention WHERE number = 3"))
                .containsExactly("offsets|2|1|1", "paragraphs|12|6|1", "mentions|11|10|1");
    }

    /** What was said of the page before is gone, so only the greatest content is asked for its mentions. */
    @Test
    void ofAPageOnlyTheContentThatHoldsIsAskedForItsMentions() throws Exception {
        assertThat(after(page("page_key, revision + 1, content, withdrawn, published, corrected")))
                .containsExactly(OFFSETS, "paragraphs|24|24|0", "mentions|11|0|1");
    }

    @Test
    void aCorrectionTakesTheHoldFromWhatItCorrects() throws Exception {
        assertThat(after(page("page_key, revision, content, withdrawn, published, corrected + 1")))
                .containsExactly(OFFSETS, "paragraphs|24|24|0", "mentions|11|0|1");
    }

    @Test
    void ofTwoContentsUnderOneRevisionTheGreaterHolds() throws Exception {
        assertThat(after(page("page_key, revision, '00', withdrawn, published, corrected")))
                .containsExactly(OFFSETS, "paragraphs|24|24|0", MENTIONS);
    }

    @Test
    void aPageThatWasTakenBackHasNoMentions() throws Exception {
        assertThat(after(page("page_key, revision + 1, content, true, NULL, corrected")))
                .containsExactly(OFFSETS, "paragraphs|24|24|0", "mentions|0|0|0");
    }

    @Test
    void mentionsAreAskedForOfSevenDays() throws Exception {
        assertThat(after(page("'山西日报/1', revision, content, withdrawn, published + 6, corrected")))
                .containsExactly(OFFSETS, "paragraphs|24|24|0", "mentions|22|11|1");
        assertThat(after("UPDATE page SET published = published + 1 WHERE page_key = '山西日报/1'"))
                .containsExactly(OFFSETS, "paragraphs|24|24|0", "mentions|11|0|1");
    }

    /** Adds a copy of the page with other columns: key, revision, content, withdrawn, published, corrected. */
    private static String page(String columns) {
        return "INSERT INTO page (reference, page_key, revision, content, withdrawn, published, corrected, source, home,"
                + " url, inferred, rules, paragraphs, kept, repeated, repeats, articles, sentences, mentions, corrections)"
                + " SELECT md5(reference::text)::uuid, " + columns + ", source, home, url, inferred, rules, paragraphs,"
                + " kept, repeated, repeats, articles, sentences, mentions, corrections FROM page";
    }

    private List<String> after(String change) throws Exception {
        Queries.execute(settings, change);
        return sums();
    }

    private List<String> sums() throws Exception {
        return Queries.rows(settings, "SELECT law, whole, parts, broken FROM law ORDER BY law = 'mentions', law");
    }
}
