package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.place.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scope of a number: its own word's, its total's, or that of the number before: new for both of {@code 新增确诊病例9例、无症状感染者14例}.
 *
 * <p>Immutable, thread-safe.
 */
final class ClaimScopes {
    static final String PARTS = "其中";
    /** What governs a list of totals, and the parts of the last: {@code 累计查处问题15万起，处理20万人，其中干部999名}. */
    private static final String SINCE_EVER = "累计";

    /** What the total costs, said before its parts. */
    private static final String COST = "投资";

    private static final String STOPS = "；;。";

    /** What says that a number is one of today. */
    private static final WordTable<Integer> NOW = WordTable.of(List.of("目前", "现有", "眼下", "如今", "尚有", "仍有"));

    private final Scopes scopes = new Scopes();
    private final Residue residue;

    ClaimScopes(Residue residue) {
        this.residue = residue;
    }

    /** The scope that the last such word of a stretch gives; null where there is none. */
    @Nullable
    Scope lastIn(String sentence, int from, int to, List<Spot> spots) {
        return scopes.lastIn(sentence, from, to, spots);
    }

    /**
     * The scope of a number; null where nothing says one.
     *
     * @param from where the quantity before it ends
     * @param shared what that leaves to it
     * @param elided whether its noun stands earlier
     */
    @Nullable
    Scope of(
            String sentence,
            Quantity quantity,
            Phrase phrase,
            int from,
            List<Spot> spots,
            ClaimReader.Shared shared,
            boolean elided) {
        Scope own = ownScope(sentence, quantity, phrase, spots);
        own = own == null ? ofTotal(sentence, quantity, spots, elided) : own;
        return own != null ? own : carried(sentence, quantity, phrase, from, spots, shared, elided);
    }

    private @Nullable Scope ownScope(String sentence, Quantity quantity, Phrase phrase, List<Spot> spots) {
        int clause = Marks.clauseStart(sentence, quantity.start());
        Scope before = scopes.lastIn(sentence, clause, quantity.start(), spots);
        if (before != null || phrase.end() <= quantity.end()) {
            return before;
        }
        Scope inside = scopes.lastIn(sentence, quantity.end(), phrase.end(), spots);
        return inside == Scope.NEW ? inside : null;
    }

    /** What governs a total governs its parts: {@code 共收到捐款286万元，其中个人捐款41万元}; null where nothing does. */
    private @Nullable Scope ofTotal(String sentence, Quantity quantity, List<Spot> spots, boolean elided) {
        int part = part(sentence, quantity.start());
        int from = behindStop(sentence, quantity.start());
        if (part < 1) {
            return null;
        }
        int clause = Marks.clauseStart(sentence, part - 1);
        if (elided && clause > 0 && sentence.substring(clause, part).contains(COST)) {
            // 新签约项目76个，总投资512亿元，其中钦南区19个
            clause = Marks.clauseStart(sentence, clause - 1);
        }
        boolean near = elided || Marks.clauseStart(sentence, quantity.start()) <= part;
        Scope before = scopes.lastIn(sentence, clause, part, spots);
        before = before == Scope.NEW && !near ? null : before;
        boolean all = sentence.substring(from, part).contains(SINCE_EVER)
                && scopes.lastIn(sentence, from, part, spots) == Scope.CUMULATIVE;
        return all ? Scope.CUMULATIVE : before;
    }

    /** Where 其中 stands before {@code at}, with no full stop between; -1 where it does not. */
    static int part(String sentence, int at) {
        int part = sentence.lastIndexOf(PARTS, at);
        return part < behindStop(sentence, at) ? -1 : part;
    }

    /** Where the part of a sentence between full stops begins in which {@code at} stands. */
    private static int behindStop(String sentence, int at) {
        int from = at;
        while (from > 0 && STOPS.indexOf(sentence.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }

    private @Nullable Scope carried(
            String sentence,
            Quantity quantity,
            Phrase phrase,
            int from,
            List<Spot> spots,
            ClaimReader.Shared shared,
            boolean elided) {
        if (elided && sentence.startsWith("的", quantity.start() - 1)) {
            // 其中新增18户；收入过亿元的37户: of a kind, not new
            return null;
        }
        if (shared.scope() == Scope.CUMULATIVE
                && NOW.isIn(sentence, Marks.clauseStart(sentence, quantity.start()), quantity.start())) {
            // 共有加工企业58家，目前复工19家
            return null;
        }
        if (elided || shared.scope() == null) {
            return shared.scope();
        }
        int clause = Math.max(from, Marks.clauseStart(sentence, quantity.start()));
        int end = Math.max(clause, Math.min(phrase.start(), quantity.start()));
        boolean verbless =
                residue.of(Residue.masked(sentence, clause, end, spots)).isEmpty();
        boolean sameMeasure = shared.measure().isEmpty() || shared.measure().equals(quantity.measure());
        String link = sentence.substring(Math.min(phrase.start(), quantity.start()), quantity.start());
        boolean total = link.contains("总") || link.contains("达");
        return verbless && sameMeasure && !total ? shared.scope() : null;
    }
}
