package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.lexicon.WordTable;

/**
 * Tells how large each of many is from how many there are: {@code 13个投资10亿元以上的项目} are of such a size each.
 *
 * <p>Immutable, thread-safe.
 */
final class Sizes {
    /** What says of how many a village or a town is. */
    private static final WordTable<Integer> SIZED = WordTable.of(List.of("人口", "户数", "人数", "规模"));

    private final WordTable<Integer> classes;

    /** @param classes what stands behind a number that says how large each is: 的, 项目 */
    Sizes(WordTable<Integer> classes) {
        this.classes = classes;
    }

    /** Whether a number says how large each of many is. */
    boolean areOfEach(Candidate candidate) {
        String sentence = candidate.sentence();
        Quantity quantity = candidate.quantity();
        boolean invested = candidate.isOf("investment");
        return isMoreOfEach(sentence, quantity, invested)
                || isThreshold(sentence, candidate)
                || (invested && isClass(sentence, quantity.end()));
    }

    /** {@code 人口500人以上的自然村}, {@code 30户以下的小区}: any of such a size. */
    private static boolean isThreshold(String sentence, Candidate candidate) {
        int end = candidate.quantity().end();
        boolean bound = sentence.startsWith("以上", end - 2) || sentence.startsWith("以下", end - 2);
        int start = candidate.quantity().start();
        if (bound && start > 0 && "个家支名项".indexOf(sentence.charAt(start - 1)) >= 0) {
            // 4万个30户以上具备条件的村民组
            return true;
        }
        return bound
                && (sentence.startsWith("的", end)
                        ? candidate.end() == end || SIZED.endsAt(sentence, start)
                        : sentence.startsWith("或", end) && SIZED.endsAt(sentence, start));
    }

    /** {@code 13个投资10亿元以上的项目}: of so much are all of them. */
    private boolean isClass(String sentence, int end) {
        return sentence.startsWith("以上", end - 2) && classes.longestAt(sentence, end) != null;
    }

    /** {@code 入驻企业超过50家的9栋写字楼}, {@code 总投资超10亿元的项目2个}: each of them has more. */
    private boolean isMoreOfEach(String sentence, Quantity quantity, boolean invested) {
        int end = quantity.end();
        boolean more = quantity.modifier() == Modifier.OVER && sentence.startsWith("的", end);
        if (!more || end + 2 >= sentence.length()) {
            return false;
        }
        WordTable.Entry<Integer> kind = classes.longestAt(sentence, end + 1);
        int of = kind == null ? end + 1 : end + 1 + kind.word().length();
        boolean counted = of < sentence.length() && Rates.isNumeral(sentence.charAt(of));
        return counted && (kind != null || !invested || isAlone(sentence, of));
    }

    /** Whether a number stands without a noun: {@code 其中投资超10亿元的3个；}. */
    private static boolean isAlone(String sentence, int at) {
        int end = at;
        while (end < sentence.length() && Rates.isNumeral(sentence.charAt(end))) {
            end++;
        }
        return sentence.startsWith("个", end)
                && (end + 1 == sentence.length() || Marks.partsItems(sentence.charAt(end + 1)));
    }
}
