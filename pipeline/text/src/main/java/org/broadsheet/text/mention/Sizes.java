package org.broadsheet.text.mention;

import java.util.List;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;

/**
 * Tells sizes from what is there: {@code 计划总投资3亿元} is a project's, {@code 13个投资10亿元以上的项目} are of such a size each.
 *
 * <p>Immutable, thread-safe.
 */
final class Sizes {
    private static final List<String> BUILT = List.of("建", "项目", "工程");
    private static final List<String> PLANNED = List.of("计划投资", "拟投资", "预计投资");

    /** What says of how many a village or a town is. */
    private static final WordTable<Integer> SIZED = WordTable.of(List.of("人口", "户数", "人数", "规模"));

    private final WordTable<Integer> classes;

    /** @param classes what stands behind a number that says how large each is: 的, 项目 */
    Sizes(WordTable<Integer> classes) {
        this.classes = classes;
    }

    /** Whether a number says how large each of many is. */
    boolean areOfEach(String sentence, Quantity quantity, Set<String> metrics) {
        return isMoreOfEach(sentence, quantity, metrics)
                || isThreshold(sentence, quantity)
                || (metrics.contains("investment") && isClass(sentence, quantity.end()));
    }

    /** {@code 人口500人以上的自然村}: any of such a size. */
    private static boolean isThreshold(String sentence, Quantity quantity) {
        int end = quantity.end();
        boolean bound = sentence.startsWith("以上", end - 2) || sentence.startsWith("以下", end - 2);
        boolean goesOn = sentence.startsWith("的", end) || sentence.startsWith("或", end);
        return bound && goesOn && SIZED.endsAt(sentence, quantity.start());
    }

    /** {@code 计划投资3亿元建设一座工厂}, not {@code 今年计划投资160亿元}. */
    boolean isPlanned(String before, String behind) {
        return before.contains("总投资")
                || (PLANNED.stream().anyMatch(before::endsWith)
                        && before.indexOf('年') < 0
                        && BUILT.stream().anyMatch(behind::contains));
    }

    /** {@code 13个投资10亿元以上的项目}: of so much are all of them. */
    private boolean isClass(String sentence, int end) {
        return sentence.startsWith("以上", end - 2) && classes.longestAt(sentence, end) != null;
    }

    /** {@code 入驻企业超过50家的9栋写字楼}, {@code 总投资超10亿元的项目2个}: each of them has more. */
    private boolean isMoreOfEach(String sentence, Quantity quantity, Set<String> metrics) {
        int end = quantity.end();
        boolean more = quantity.modifier() == Modifier.OVER && sentence.startsWith("的", end);
        if (!more || end + 2 >= sentence.length()) {
            return false;
        }
        WordTable.Entry<Integer> kind = classes.longestAt(sentence, end + 1);
        int of = kind == null ? end + 1 : end + 1 + kind.word().length();
        boolean counted = of < sentence.length() && Exclusions.isNumeral(sentence.charAt(of));
        return counted && (kind != null || !metrics.contains("investment") || isAlone(sentence, of));
    }

    /** Whether a number stands without a noun: {@code 其中投资超10亿元的3个；}. */
    private static boolean isAlone(String sentence, int at) {
        int end = at;
        while (end < sentence.length() && Exclusions.isNumeral(sentence.charAt(end))) {
            end++;
        }
        return sentence.startsWith("个", end)
                && (end + 1 == sentence.length() || Marks.partsItems(sentence.charAt(end + 1)));
    }
}
