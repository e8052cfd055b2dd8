package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Spot;

/**
 * Says what is left in front of a number once places, scope words and links are taken out: nothing of {@code 其中，历下区新增}.
 *
 * <p>Immutable, thread-safe.
 */
final class Residue {
    private static final int ACT = 2;
    /** Characters of what is done with them, at most: 责令停业整顿. */
    private static final int LONGEST_ACT = 6;
    /** Characters behind a number that tell what it counts. */
    private static final int BEHIND = 8;

    /** What says that something has been done: 开工. */
    private final WordTable<Integer> steps = WordTable.of(Lexicon.column(Residue.class, "steps.tsv"));

    private final WordTagger tagger = new WordTagger();
    private final WordTable<Integer> fillers;

    Residue() {
        List<String> words = new ArrayList<>();
        words.addAll(Lexicon.column(Residue.class, "fillers.tsv"));
        words.addAll(Lexicon.column(Residue.class, "links.tsv"));
        words.addAll(Lexicon.column(Residue.class, "scopes.tsv"));
        this.fillers = WordTable.of(words);
    }

    /** What is left of a stretch whose places are blotted out. */
    String of(String stretch) {
        String text = Years.without(stretch);
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            WordTable.Entry<Integer> filler = fillers.longestAt(text, at);
            WordTable.Entry<Integer> step = steps.longestAt(text, at);
            if (step != null
                    && (filler == null || step.word().length() > filler.word().length())) {
                // no 约 of 签约, no 达 of 达产
                kept.append(step.word());
                at += step.word().length();
                continue;
            }
            char c = text.charAt(at);
            if (filler == null && !Marks.isTransparent(c) && !Marks.partsItems(c) && c != '\0') {
                kept.append(c);
            }
            at += filler == null ? 1 : filler.word().length();
            if (filler == null && isGrade(text, at - 1)) {
                // A级 of A级742家
                kept.setLength(kept.length() - 1);
                at++;
            }
        }
        return kept.toString();
    }

    private static boolean isGrade(String text, int at) {
        char c = text.charAt(at);
        return c >= 'A' && c <= 'Z' && at + 1 < text.length() && "级类型档".indexOf(text.charAt(at + 1)) >= 0;
    }

    /** Whether what is left only says what is done with them: 关停 of {@code 查出企业1268家，关停412家}. */
    boolean isAct(String left) {
        if (left.length() < ACT || left.length() > LONGEST_ACT) {
            return false;
        }
        boolean act = false;
        for (WordTagger.Word word : tagger.words(left)) {
            act = word.sort() == Sort.VERB || word.sort() == Sort.VERBAL_NOUN;
            if (!act && word.sort() != Sort.ATTRIBUTE) {
                return false;
            }
        }
        return act;
    }

    /** Whether what is left only says that something has been done: 开工 of {@code 已开工108个}. */
    boolean isStep(String left) {
        WordTable.Entry<Integer> step = steps.longestAt(left, 0);
        return step != null && step.word().length() == left.length();
    }

    /** Whether a clause goes on with what its subject does next, and not with what is so by now. */
    boolean goesOn(String sentence, int start, int end) {
        String clause = sentence.substring(start, end);
        if (clause.indexOf('已') >= 0 || clause.contains("目前") || steps.beginsAt(sentence, start)) {
            return false;
        }
        List<WordTagger.Word> words = tagger.words(clause);
        Sort first = words.isEmpty() ? Sort.OTHER : words.get(0).sort();
        return first == Sort.VERB || first == Sort.VERBAL_NOUN;
    }

    /** {@code 消防大队出动3支队伍，民兵应急连出动2支}: others do the same. */
    boolean endsAlike(String clause, String left) {
        return left.length() > ACT
                && clause.length() > ACT
                && clause.endsWith(left.substring(left.length() - ACT))
                && isAct(left.substring(left.length() - ACT));
    }

    /** Whether a noun, and no verb before it, stands behind a number: 组织 in {@code 100个志愿服务组织}. */
    boolean isNamed(String sentence, int end) {
        int stop = end;
        while (stop < Math.min(sentence.length(), end + BEHIND) && !Marks.partsItems(sentence.charAt(stop))) {
            stop++;
        }
        if (stop == end || Marks.isTransparent(sentence.charAt(end))) {
            return false;
        }
        for (WordTagger.Word word : tagger.words(sentence.substring(end, stop))) {
            if (word.sort() != Sort.ATTRIBUTE) {
                return word.sort() == Sort.NOUN && word.text().length() > 1;
            }
        }
        return false;
    }

    /** A stretch with its places blotted out, so that 新建区 is no 新建. */
    static String masked(String sentence, int start, int end, List<Spot> spots) {
        char[] characters = sentence.substring(start, end).toCharArray();
        for (Spot spot : spots) {
            for (int i = Math.max(start, spot.start()); i < Math.min(end, spot.end()); i++) {
                characters[i - start] = '\0';
            }
        }
        return new String(characters);
    }
}
