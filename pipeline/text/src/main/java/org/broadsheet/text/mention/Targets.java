package org.broadsheet.text.mention;

import java.util.List;
import java.util.Optional;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Lexicon;

/**
 * Says why a number is only planned: {@code 力争引进20个项目}, {@code 预计投入3亿元}; the size of a project counts, planned or not.
 *
 * <p>Immutable, thread-safe.
 */
final class Targets {
    /** What its reasons begin with. */
    static final String TARGET = "target";

    private static final List<String> BUILT = List.of("建", "项目", "工程");
    private static final List<String> PLANNED = List.of("计划投资", "拟投资", "预计投资");

    /** {@code 需要重建的398户} are there. */
    private static final String NEEDED = "需要";

    private static final String PLAN = "计划";
    /** Characters of a name in quotation marks, at most. */
    private static final int QUOTED_NAME = 20;

    private final WordTable<Integer> aims;
    private final WordTable<Integer> targets;
    private final WordTable<Integer> limits;
    private final WordTable<Integer> done;
    private final Plans plans = new Plans();

    /** @param rows of exclusions.tsv */
    Targets(List<List<String>> rows) {
        this.aims = WordTable.of(Lexicon.group(rows, "aim"));
        this.targets = WordTable.of(Lexicon.group(rows, "target"));
        this.limits = WordTable.of(Lexicon.group(rows, "limit"));
        this.done = WordTable.of(Lexicon.group(rows, "done"));
    }

    /** {@code 人口规模少于50户的自然村寨}: how many there must be. */
    Optional<String> limit(Candidate candidate) {
        Quantity quantity = candidate.quantity();
        return limits.beginsAt(candidate.sentence(), quantity.start())
                ? Optional.of(TARGET + ": " + candidate.sentence().substring(quantity.start(), quantity.end()))
                : Optional.empty();
    }

    /** What the sentence aims at, unless it has come to what is there: {@code 台风将继续北上，日前已派出3个工作组}. */
    Optional<String> aim(Candidate candidate) {
        String sentence = candidate.sentence();
        int to = candidate.quantity().start();
        if (!aims.isIn(sentence, 0, to) || candidate.before().contains("已") || isSize(candidate)) {
            return Optional.empty();
        }
        for (String word : aims.words()) {
            int at = said(sentence, word, to);
            if (at >= 0 && !done.isIn(sentence, at + word.length(), to)) {
                return Optional.of(TARGET + ": " + word);
            }
        }
        return Optional.empty();
    }

    /** What the clause says in front of the number: {@code 预计}, {@code 将选出}. */
    Optional<String> target(Candidate candidate) {
        if (isSize(candidate)) {
            return Optional.empty();
        }
        String before = candidate.before();
        if (targets.isIn(before)) {
            boolean money = candidate.isIn("yuan");
            for (String word : targets.words()) {
                int at = before.indexOf(word);
                if (at >= 0 && !isTold(before, at, word, money)) {
                    return Optional.of(TARGET + ": " + word);
                }
            }
        }
        return plans.foretell(before) ? Optional.of(TARGET + ": 将") : Optional.empty();
    }

    /** {@code 计划投资3亿元建设一座工厂}, not {@code 今年计划投资160亿元}. */
    private static boolean isSize(Candidate candidate) {
        if (!candidate.isOf("investment")) {
            return false;
        }
        String before = candidate.before();
        String behind = candidate.sentence().substring(candidate.quantity().end());
        return before.contains("总投资")
                || (PLANNED.stream().anyMatch(before::endsWith)
                        && before.indexOf('年') < 0
                        && BUILT.stream().anyMatch(behind::contains));
    }

    /**
     * Whether a word that could foretell only describes what is there: {@code 需要搬迁的群众有700人}, {@code 按要求走访的8名干部}, {@code
     * “小巨人”计划实施以来}.
     */
    private static boolean isTold(String before, int at, String word, boolean money) {
        if (word.equals(NEEDED)) {
            return before.endsWith("的") || (!money && before.indexOf('的', at) >= 0);
        }
        boolean asked = word.equals("要求") && at > 0 && "按照合".indexOf(before.charAt(at - 1)) >= 0;
        return asked || isPlanOfAName(before, at, word);
    }

    /** Where a word stands last before {@code to}, and in no name: not in {@code “机遇与未来”}; -1 where it does not. */
    private static int said(String sentence, String word, int to) {
        int at = sentence.lastIndexOf(word, to - word.length());
        while (at > 0 && !word.endsWith("方案") && (isNamed(sentence, at, to) || isPlanOfAName(sentence, at, word))) {
            at = sentence.lastIndexOf(word, at - 1);
        }
        return at;
    }

    /** {@code “小巨人”计划}. */
    private static boolean isPlanOfAName(String text, int at, String word) {
        return at > 0 && word.startsWith(PLAN) && text.charAt(at - 1) == '”';
    }

    /** Whether a quotation that holds {@code at} ends soon and before {@code to}, as the name of something does. */
    private static boolean isNamed(String sentence, int at, int to) {
        int close = Marks.isQuoted(sentence, at) ? sentence.indexOf('”', at) : -1;
        return close >= 0 && close < to && close - sentence.lastIndexOf('“', at) <= QUOTED_NAME;
    }
}
