package org.broadsheet.text.mention;

import java.util.List;
import java.util.Locale;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Finds the word that says of which stretch of time a number speaks: 新增 in {@code 新增确诊病例9例、无症状感染者14例}.
 *
 * <p>Immutable, thread-safe.
 */
final class Scopes {
    private final List<List<String>> rows = Lexicon.rows(Scopes.class, "scopes.tsv");
    private final WordTable<Integer> words =
            WordTable.of(rows.stream().map(row -> row.get(0)).toList());

    /** The scope that the last such word of a stretch gives, its places left out; null where there is none. */
    @Nullable
    Scope lastIn(String sentence, int from, int to, List<Spot> spots) {
        return words.isIn(sentence, from, to) ? lastIn(Residue.masked(sentence, from, to, spots)) : null;
    }

    private @Nullable Scope lastIn(String stretch) {
        Scope scope = null;
        int last = -1;
        int length = 0;
        for (List<String> row : rows) {
            int at = lastIndexOf(stretch, row.get(0));
            boolean later = at > last || (at == last && row.get(0).length() > length);
            if (at >= 0 && later) {
                last = at;
                length = row.get(0).length();
                scope = Scope.valueOf(row.get(1).toUpperCase(Locale.ROOT));
            }
        }
        return scope;
    }

    /** 共 inside 公共, 共建 or 中共 governs nothing. */
    private static int lastIndexOf(String stretch, String word) {
        int at = stretch.lastIndexOf(word);
        while (at >= 0 && word.equals("共") && bound(stretch, at)) {
            at = stretch.lastIndexOf(word, at - 1);
        }
        return at;
    }

    private static boolean bound(String stretch, int at) {
        boolean before = at > 0 && "公中总合一同".indexOf(stretch.charAt(at - 1)) >= 0;
        boolean behind = at + 1 < stretch.length() && "建享青产同克和治抗管商育筑创谋聚话赴".indexOf(stretch.charAt(at + 1)) >= 0;
        return before || (behind && !stretch.startsWith("创办", at + 1) && !stretch.startsWith("筹集", at + 1));
    }
}
