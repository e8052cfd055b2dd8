package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.PlaceFinder;

/**
 * Tells where a sentence speaks of the whole country without a place: {@code 去年我国还有}, {@code 由农业部等6家单位发起}, {@code 19个援疆省市}.
 *
 * <p>Immutable, thread-safe.
 */
final class CountryFigures {
    /** Characters between a number and the provinces it counts, at most. */
    private static final int NAMED_PROVINCES = 6;

    /** What 省 begins a word with: 18个省定贫困县. */
    private static final String KINDS = "定级直会属道内外辖";

    private final List<String> national = Lexicon.group(Lexicon.rows(PlaceFinder.class, "national.tsv"), "AUTHORITY");

    /** {@code 国家高新技术企业800多个}: of what kind, not whose. */
    private final WordTable<Integer> kinds = WordTable.of(Lexicon.column(CountryFigures.class, "state-kinds.tsv"));

    private final WordTable<Integer> central =
            WordTable.of(Lexicon.group(Lexicon.rows(CountryFigures.class, "central.tsv"), "always"));
    private final WordTable<Integer> alone =
            WordTable.of(Lexicon.group(Lexicon.rows(CountryFigures.class, "central.tsv"), "alone"));

    private final WordTable<Integer> nationwide = WordTable.of(Lexicon.column(CountryFigures.class, "nationwide.tsv"));

    private final WordTable<Integer> provinces = WordTable.of(Lexicon.column(CountryFigures.class, "provinces.tsv"));

    /** {@code 14亿中国人民}, {@code 95个中央部门}: what is counted says itself whose it is. */
    boolean isCentral(String counted) {
        return central.isIn(counted);
    }

    /** {@code 101家央企}, where no place stands before them. */
    boolean isCentralAlone(String counted) {
        return alone.isIn(counted);
    }

    /** {@code 各自贸试验区累计新设企业56万家}: a sentence that names no place speaks of all of them. */
    boolean areNationwide(String sentence) {
        return nationwide.isIn(sentence);
    }

    /** {@code 由农业部等6家单位发起}: a body of the whole country is one of those counted. */
    boolean isNational(String sentence, int at) {
        if (at == 0 || sentence.charAt(at - 1) != '等') {
            return false;
        }
        String listed = sentence.substring(Marks.clauseStart(sentence, at), at);
        return national.stream().anyMatch(body -> isMember(listed, body));
    }

    private static boolean isMember(String listed, String body) {
        int start = listed.indexOf(body);
        int end = start + body.length();
        return start >= 0
                && (start == 0 || "由、和与对经".indexOf(listed.charAt(start - 1)) >= 0)
                && "、等".indexOf(listed.charAt(Math.min(end, listed.length() - 1))) >= 0;
    }

    /** Where the clause of a number names the country: {@code 去年我国还有}, {@code 国家安排资金}; -1 where it does not. */
    int country(String sentence, int at) {
        int clause = Marks.clauseStart(sentence, at);
        int ours = sentence.lastIndexOf("我国", at);
        boolean state = sentence.startsWith("国家", clause) && kinds.longestAt(sentence, clause) == null;
        return ours >= clause ? ours : state ? clause : -1;
    }

    /** Where {@code 19个援疆省市} stands before {@code limit}, which are the country's; -1 where it does not. */
    int provinces(String sentence, int limit) {
        for (int at = limit - 1; at > 0; at--) {
            for (WordTable.Entry<Integer> entry : provinces.candidatesAt(sentence, at)) {
                String word = entry.word();
                // of each word its last place decides
                if (entry.begins(sentence, at)
                        && sentence.lastIndexOf(word, limit - word.length()) == at
                        && (word.length() == 1 ? isCounted(sentence, at) : counted(sentence, at))) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** 省 right behind a number: {@code 华中六省}, {@code 20多个省}; not {@code 一省}. */
    static boolean isCounted(String sentence, int at) {
        int number = at > 1 && sentence.charAt(at - 1) == '个' ? at - 2 : at - 1;
        return number >= 0
                && isNumeral(sentence.charAt(number))
                && !sentence.startsWith("交界", at + 1)
                && (at + 1 == sentence.length() || KINDS.indexOf(sentence.charAt(at + 1)) < 0);
    }

    /** {@code 各省、自治区、直辖市、香港特别行政区}: the last of a list of all. */
    static boolean areAll(String sentence, int at) {
        return sentence.lastIndexOf("各省", at) >= Marks.clauseStart(sentence, at);
    }

    private static boolean counted(String sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - NAMED_PROVINCES) && !Marks.partsItems(sentence.charAt(i)); i--) {
            if ("家名支位".indexOf(sentence.charAt(i)) >= 0) {
                // 59家省市定点帮扶单位
                return false;
            }
            if (isNumeral(sentence.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** More than one: {@code 十几个省}. */
    private static boolean isNumeral(char c) {
        return c == '几' || (CountedLists.begins(c) && c != '一');
    }
}
