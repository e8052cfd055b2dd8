package org.broadsheet.text.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.Corrections;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of a page after a person's corrections: {@code 795个检测采样点} is 705, {@code 12名党员} is none. A dropped mention
 * stays, with the fate {@code DROPPED}; a changed one counts with its new value, also where it was told again, for it says
 * something else now; an unplaced one stays unplaced. Where two are about one mention, the more exact one holds.
 *
 * @param read as they were read, in their order
 * @param holding what holds of each, with the same numbers
 * @param applied the correction of each; null where there is none
 * @param corrections each with what it was about
 */
public record CorrectedMentions(
        List<Mention> read, List<Mention> holding, List<@Nullable Correction> applied, List<Aim> corrections) {
    /**
     * A correction, and the mentions that it is about.
     *
     * @param numbers of the mentions; empty where the page has none such
     */
    public record Aim(Correction correction, List<Integer> numbers) {}

    /** Applies corrections to the mentions of their page; linear in both. */
    public static CorrectedMentions of(List<Mention> mentions, Corrections corrections) {
        List<@Nullable Correction> applied = new ArrayList<>();
        Map<String, List<Mention>> byQuote = new HashMap<>();
        for (Mention mention : mentions) {
            applied.add(null);
            if (!corrections.list().isEmpty()) {
                byQuote.computeIfAbsent(mention.quote(), none -> new ArrayList<>())
                        .add(mention);
            }
        }
        List<Aim> aims = new ArrayList<>();
        for (Correction correction : corrections.list()) {
            List<Integer> numbers = new ArrayList<>();
            for (Mention mention : byQuote.getOrDefault(correction.quote(), List.of())) {
                if (isAbout(correction, mention)) {
                    numbers.add(mention.number());
                    applied.set(mention.number(), correction);
                }
            }
            aims.add(new Aim(correction, List.copyOf(numbers)));
        }
        List<Mention> holding = new ArrayList<>();
        for (Mention mention : mentions) {
            Correction correction = applied.get(mention.number());
            holding.add(correction == null ? mention : corrected(mention, correction.value()));
        }
        return new CorrectedMentions(mentions, List.copyOf(holding), applied, List.copyOf(aims));
    }

    /** The elements that they become. */
    public List<Element> elements(PageElementReader reader) {
        return reader.elements(holding, read);
    }

    private static boolean isAbout(Correction correction, Mention mention) {
        return (correction.start() == Correction.ANYWHERE || correction.start() == mention.start())
                && (correction.metric().isEmpty() || correction.metric().equals(mention.metric()));
    }

    private static Mention corrected(Mention read, @Nullable BigDecimal value) {
        Fate fate = value == null ? Fate.DROPPED : read.fate() == Fate.RETOLD ? Fate.COUNTED : read.fate();
        return new Mention(
                read.number(),
                read.article(),
                read.sentence(),
                read.metric(),
                value == null ? read.value() : value,
                read.modifier(),
                read.region(),
                read.place(),
                read.scope(),
                read.day(),
                read.dayStated(),
                read.start(),
                read.end(),
                read.quote(),
                read.rule(),
                read.regionWhy(),
                value != null && read.region() == 0 ? Fate.UNPLACED : fate);
    }
}
