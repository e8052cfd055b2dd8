package org.broadsheet.text.mention;

import java.util.List;
import java.util.Set;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.broadsheet.text.mention.WordTagger.Word;
import org.broadsheet.text.number.Lexicon;

/**
 * Tells the 将 that foretells from the one that marks an object: {@code 将选出15支队伍} is still to come, {@code 将345名干部派驻到村}
 * is not.
 *
 * <p>Immutable, thread-safe.
 */
final class Plans {
    private static final char WILL = '将';
    /** Characters behind 将 that decide. */
    private static final int REACH = 8;

    private final WordTagger tagger = new WordTagger();
    private final List<List<String>> rows = Lexicon.rows(Plans.class, "plans.tsv");
    private final List<String> names = Lexicon.group(rows, "name");
    private final Set<String> objects = Set.copyOf(Lexicon.group(rows, "object"));

    /** Whether a stretch of a clause says that what follows is still to come; {@code 将上马的25个项目} are there. */
    boolean foretell(String before) {
        if (before.endsWith("的")) {
            return false;
        }
        for (int at = before.indexOf(WILL); at >= 0; at = before.indexOf(WILL, at + 1)) {
            if (!isName(before, at) && acts(before.substring(at + 1, Math.min(before.length(), at + 1 + REACH)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isName(String text, int at) {
        return names.stream().anyMatch(name -> text.startsWith(name, at - name.indexOf(WILL)));
    }

    /** Whether what stands behind 将 begins with a verb, or with an adverb or a preposition before one. */
    private boolean acts(String behind) {
        List<Word> words = behind.isEmpty() ? List.of() : tagger.wordsAndNames(behind);
        if (words.isEmpty() || objects.stream().anyMatch(behind::startsWith)) {
            return false;
        }
        Sort first = words.get(0).sort();
        return first == Sort.VERB
                || first == Sort.VERBAL_NOUN
                || (first == Sort.OTHER && !words.get(0).person());
    }
}
