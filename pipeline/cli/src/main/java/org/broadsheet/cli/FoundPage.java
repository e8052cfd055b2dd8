package org.broadsheet.cli;

import java.util.List;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.fact.CorrectedMentions;
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.mention.Sentence;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * A page that is to be corrected, as it was sent and as it is read: {@code 太原晚报/2022-11-22/003} with its 64 mentions.
 *
 * @param sentences those with a mention
 */
record FoundPage(RawPage raw, Page page, CorrectedMentions mentions, List<Sentence> sentences) {
    /** Reads its mentions. */
    static FoundPage of(RawPage raw, Page page, TextStage text) {
        CleanPage clean = text.clean(page);
        Extraction extraction = text.extract(page, clean);
        return new FoundPage(
                raw, page, CorrectedMentions.of(extraction.mentions(), page.corrections()), extraction.sentences());
    }

    /** The same page with other corrections. */
    FoundPage correctedBy(RawPage changed, Page corrected) {
        return new FoundPage(
                changed, corrected, CorrectedMentions.of(mentions.read(), corrected.corrections()), sentences);
    }

    String key() {
        return page.id().key();
    }

    MentionName name(Mention mention) {
        return new MentionName(key(), mention.number());
    }

    /** The correction of a mention that is in force; null where there is none. */
    @Nullable
    Correction correction(Mention mention) {
        return mentions.applied().get(mention.number());
    }

    /** {@code 太原晚报/2022-11-22/003#5 test_sites 795: …【795个检测采样点】…}. */
    String line(Mention mention) {
        String sentence = sentences.get(mention.sentence()).text();
        return name(mention).shown() + " " + mention.metric() + " "
                + mention.value().toPlainString() + ": "
                + sentence.replace(mention.quote(), "【" + mention.quote() + "】");
    }
}
