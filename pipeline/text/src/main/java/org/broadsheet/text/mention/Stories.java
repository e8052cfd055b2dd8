package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.PlaceFinder;

/**
 * Tells what sort of story is told: a column of briefs ({@code 国内快讯}), or of one person ({@code 他带动10多万农民}).
 *
 * <p>Immutable, thread-safe.
 */
final class Stories {
    private final List<String> briefs = Lexicon.column(Stories.class, "briefs.tsv");
    private final List<String> abroad = Lexicon.column(PlaceFinder.class, "abroad.tsv");
    private final List<String> home = Lexicon.column(Stories.class, "country.tsv");
    private final List<String> persons = Lexicon.column(Stories.class, "persons.tsv");

    /** Whether what stands below this headline are short reports of different places. */
    boolean areBriefs(String headline) {
        return briefs.stream().anyMatch(headline::contains);
    }

    /** Whether a headline names a place abroad and not the country: {@code 飓风重创美国东海岸}. */
    boolean areAbroad(String headline) {
        return abroad.stream().anyMatch(headline::contains) && home.stream().noneMatch(headline::contains);
    }

    /** Whether a clause up to {@code end} has one person for its subject. */
    boolean ofOne(String sentence, int end) {
        for (String person : persons) {
            for (int at = sentence.indexOf(person); at >= 0 && at < end; at = sentence.indexOf(person, at + 1)) {
                boolean begins = at == 0 || Marks.partsClauses(sentence.charAt(at - 1));
                if (begins && !sentence.startsWith("们", at + person.length())) {
                    return true;
                }
            }
        }
        return false;
    }
}
