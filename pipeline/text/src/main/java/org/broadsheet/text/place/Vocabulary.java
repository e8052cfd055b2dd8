package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All words that matter to the finder of places, found in one pass: names of divisions and zones, {@code 该区},
 * {@code 社区}, {@code 来到}.
 *
 * <p>Immutable, thread-safe.
 */
final class Vocabulary {
    private final WordTrie<Term> trie;
    private final Boundaries boundaries = new Boundaries();
    private final Set<String> common;
    private final Set<String> usual;
    private final Set<String> generic;
    private final Set<String> names;

    Vocabulary(Gazetteer gazetteer) {
        Map<String, Draft> drafts = new TreeMap<>();
        for (String name : gazetteer.names()) {
            if (name.length() > 1) {
                draft(drafts, name).bearers = divisions(gazetteer.named(name));
            }
        }
        gazetteer.zones().forEach((name, holder) -> draft(drafts, name).holder = holder);
        for (String[] row : GazetteerFiles.rows("anaphors.tsv")) {
            draft(drafts, row[0]).anaphor = Anaphor.valueOf(row[1]);
        }
        List<String> departments = List.copyOf(GazetteerFiles.column("departments.tsv"));
        for (String[] row : GazetteerFiles.rows("levels.tsv")) {
            departments.forEach(body -> draft(drafts, row[0] + body).anaphor = Anaphor.valueOf(row[1]));
        }
        for (String[] row : GazetteerFiles.rows("suffixes.tsv")) {
            Ending.Freedom freedom = Ending.Freedom.valueOf(row[2].toUpperCase(Locale.ROOT));
            draft(drafts, row[0]).ending = new Ending(row[0], Rank.valueOf(row[1]), freedom, row[3], row[4]);
        }
        for (String[] row : GazetteerFiles.rows("abroad.tsv")) {
            draft(drafts, row[0]).abroad = true;
        }
        Region country = gazetteer.region(Gazetteer.COUNTRY).orElseThrow();
        for (String[] row : GazetteerFiles.rows("national.tsv")) {
            Draft draft = draft(drafts, row[0]);
            draft.bearers = List.of(country);
            draft.body = row[1].equals("AUTHORITY");
        }
        for (String[] row : GazetteerFiles.rows("tiers.tsv")) {
            draft(drafts, row[0]).tiers = tiers(row);
        }
        for (String[] row : GazetteerFiles.rows("words.tsv")) {
            draft(drafts, row[0]).word = true;
        }
        TreeMap<String, Term> terms = new TreeMap<>();
        drafts.forEach((text, draft) -> terms.put(text, draft.term(text)));
        this.trie = new WordTrie<>(terms);
        this.common = GazetteerFiles.column("common.tsv");
        this.usual = GazetteerFiles.column("usual.tsv");
        this.generic = GazetteerFiles.column("generic.tsv");
        this.names = GazetteerFiles.column("virtues.tsv");
    }

    /** Whether a bare name is a word, too: {@code 资源}. */
    boolean isCommon(String name) {
        return common.contains(name);
    }

    /** Whether a bare name is so usual a word that it is hardly a place even behind its province: {@code 资源}. */
    boolean isUsual(String name) {
        return usual.contains(name);
    }

    /**
     * Whether a stem says what kind of place it is, not which: {@code 无疫} of 无疫社区.
     *
     * @param joined whether it stands right behind a wider place, where {@code 幸福社区} is a name
     */
    boolean isGeneric(String stem, boolean joined) {
        if (joined && names.contains(stem)) {
            return false;
        }
        for (int start = 0; start < stem.length(); start++) {
            if (generic.contains(stem.substring(start)) && (start == 0 || stem.length() - start > 1)) {
                return true;
            }
        }
        return false;
    }

    /** Every word of the vocabulary in the text, with its place. */
    Scan scan(String text) {
        Scan scan = new Scan(text, boundaries);
        trie.find(scan.characters, scan::add);
        return scan;
    }

    private static List<Region> divisions(List<Region> named) {
        return named.stream().filter(region -> region.level() != Level.ZONE).toList();
    }

    private static List<Term.Tier> tiers(String[] row) {
        List<Term.Tier> tiers = new ArrayList<>();
        for (int i = 1; i < row.length; i++) {
            int space = row[i].indexOf(' ');
            String word = row[i].substring(0, space);
            Draft draft = new Draft();
            draft.anaphor = Anaphor.valueOf(row[i].substring(space + 1));
            tiers.add(new Term.Tier(row[0].indexOf(word), draft.term(word)));
        }
        return List.copyOf(tiers);
    }

    private static Draft draft(Map<String, Draft> drafts, String text) {
        return drafts.computeIfAbsent(text, key -> new Draft());
    }

    /** The words of one text. */
    static final class Scan {
        /** Names by start, the longest first. */
        final List<Hit> names = new ArrayList<>();

        final List<Hit> endings = new ArrayList<>();
        final Clauses clauses;
        /** The names taken for places or words so far, in order. */
        final List<Hit> picked = new ArrayList<>();

        private final char[] characters;
        private final Boundaries boundaries;

        private Scan(String text, Boundaries boundaries) {
            this.characters = text.toCharArray();
            this.clauses = new Clauses(text);
            this.boundaries = boundaries;
        }

        private void add(int begin, int end, Term term) {
            if (term.isName() && !isCut(begin, term)) {
                name(begin, end, term);
            }
            if (!term.tiers().isEmpty() && isShared(end)) {
                for (Term.Tier tier : term.tiers()) {
                    int at = begin + tier.offset();
                    name(at, at + tier.term().text().length(), tier.term());
                }
            }
            if (term.ending() != null) {
                endings.add(new Hit(begin, end, term));
            }
        }

        /** {@code 市司法局} in {@code 该市司法局}: 该市 says whose it is. */
        private boolean isCut(int begin, Term term) {
            return begin > 0
                    && term.anaphor() != null
                    && term.text().length() > 1
                    && "该我本各全省市县".indexOf(characters[begin - 1]) >= 0
                    && "省市县区旗州盟".indexOf(characters[begin]) >= 0;
        }

        private void name(int begin, int end, Term term) {
            int at = names.size();
            while (at > 0 && names.get(at - 1).start() >= begin) {
                at--;
            }
            names.add(at, new Hit(begin, end, term));
        }

        /** Whether 分别 follows in the clause: each of what stands here has a figure of its own. */
        private boolean isShared(int end) {
            for (int at = end; at + 1 < characters.length && "，,。；;".indexOf(characters[at]) < 0; at++) {
                if (characters[at] == '分' && characters[at + 1] == '别') {
                    return true;
                }
            }
            return false;
        }

        /** Whether nothing in it can be a place. */
        boolean isEmpty() {
            return names.isEmpty() && endings.isEmpty();
        }

        /** The word that ends here and that a name cannot reach back over. */
        @Nullable
        String boundary(int end) {
            return boundaries.before(characters, end);
        }
    }

    /** A word in its place. */
    record Hit(int start, int end, Term term) {}

    private static final class Draft {
        private List<Region> bearers = List.of();
        private boolean abroad;
        private boolean body;
        private int holder;
        private @Nullable Anaphor anaphor;
        private @Nullable Ending ending;
        private List<Term.Tier> tiers = List.of();
        private boolean word;

        private Term term(String text) {
            return new Term(text, bearers, isBare(text), abroad, body, holder, anaphor, ending, tiers, word);
        }

        private boolean isBare(String text) {
            if (bearers.isEmpty() || "省市县区旗盟".indexOf(text.charAt(text.length() - 1)) >= 0) {
                return false;
            }
            return bearers.stream().noneMatch(region -> region.name().equals(text))
                    && !(text.endsWith("州")
                            && bearers.stream().allMatch(region -> region.name().endsWith("州")));
        }
    }
}
