package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.mention.Nouns.Found;
import org.broadsheet.text.mention.WordTagger.Sort;
import org.broadsheet.text.mention.WordTagger.Word;
import org.broadsheet.text.number.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Finds the noun phrase in front of a quantity: 党员 in {@code 党员已达5000余名}, 医生和护士 in {@code 医生和护士1200余名}.
 *
 * <p>Immutable, thread-safe.
 */
final class PhraseBefore {
    private static final List<String> CONJUNCTIONS = List.of("以及", "和", "与", "及", "and");
    private static final int WINDOW = 40;
    /** What those that are counted came in. */
    private static final char BATCH = '批';
    /** What nouns end in of what stands somewhere: 车站, 中心. */
    private static final String LOCATED = PhraseAfter.SITES + "心";
    /** What nouns of persons end in: of 民兵、公安干警 both are counted. */
    private static final String PERSONS = "警员人兵工者民户生";

    /** What nouns of persons end in that say what those do. */
    private static final String DOERS = "者员工人师生长士手兵警家";
    /** Characters of such a noun, at most. */
    private static final int DOER = 5;

    private final Nouns nouns;
    private final WordTagger tagger = new WordTagger();
    private final WordTable<Integer> links;

    PhraseBefore(Nouns nouns) {
        this.nouns = nouns;
        List<String> words = new ArrayList<>(Lexicon.column(PhraseBefore.class, "links.tsv"));
        words.addAll(Lexicon.column(PhraseBefore.class, "states.tsv"));
        this.links = WordTable.of(words);
    }

    /**
     * A phrase in front of a quantity.
     *
     * @param heads metrics by each member of the list, the nearest first
     * @param end offset behind the phrase, before the words that link it to the number
     * @param noun the head noun; empty where it is none of the catalogue
     * @param known whether every member's head is a noun of the catalogue
     * @param object whether a noun, known or not, stands right before the number
     */
    record Front(List<Set<String>> heads, int start, int end, String noun, boolean known, boolean object) {}

    /**
     * The phrase that ends at {@code end}, links left out; null where the number begins its clause or item.
     *
     * @param any whether it matters that a noun stands there that the catalogue does not know
     */
    @Nullable
    Front find(String text, int from, int end, boolean any) {
        int stop = withoutLinks(text, from, end);
        int start = itemStart(text, from, stop);
        if (start >= stop) {
            return null;
        }
        Found head = nouns.endingAt(text, start, stop, true);
        head = head == null ? doers(text, start, stop) : head;
        if (head == null) {
            Found such = suchAs(text, start, stop, end);
            return such == null
                    ? unknown(text, start, stop, from, any)
                    : new Front(
                            List.of(such.metrics()),
                            such.start(),
                            stop,
                            text.substring(such.start(), such.end()),
                            true,
                            true);
        }
        List<Set<String>> heads = new ArrayList<>();
        heads.add(metrics(text, start, head));
        int first = head.start();
        boolean known = !head.metrics().isEmpty();
        int memberStart = memberStart(text, start, head.start());
        while (memberStart > from && !beginsWithVerb(text, memberStart, heads.size() == 1 ? head.start() : first)) {
            int memberEnd = memberEnd(text, from, memberStart);
            if (memberEnd < 0) {
                break;
            }
            int previous = memberStart(text, itemStart(text, from, memberEnd), memberEnd);
            if (previous == from && from > 0) {
                // 领导34名包乡、机关干部1100人: what the ones before do
                break;
            }
            Found member = nouns.endingAt(text, previous, memberEnd, false);
            if (member == null && !endsInNoun(text, previous, memberEnd)) {
                break;
            }
            known &= member != null && !member.metrics().isEmpty();
            heads.add(member == null ? Set.of() : metrics(text, previous, member));
            first = member == null ? previous : member.start();
            memberStart = previous;
        }
        boolean compound = heads.size() > 1 && isCompound(text, first, head, heads);
        return compound
                ? new Front(List.of(heads.get(0)), first, stop, text.substring(head.start(), stop), true, true)
                : new Front(List.copyOf(heads), first, stop, text.substring(head.start(), stop), known, true);
    }

    /** {@code 公路和汽车站点项目466个}: what stands before the head says of what kind it is, and is nothing that is counted. */
    private static boolean isCompound(String text, int first, Found noun, List<Set<String>> heads) {
        int head = noun.start();
        boolean persons = PERSONS.indexOf(text.charAt(noun.end() - 1)) >= 0;
        int conjoined = memberStart(text, first, head);
        int last = persons ? conjoined : Math.max(conjoined, text.lastIndexOf('、', head - 1) + 1);
        return last > first
                && last < head
                && heads.stream().skip(1).allMatch(Set::isEmpty)
                && LOCATED.indexOf(text.charAt(memberEnd(text, first, last) - 1)) < 0;
    }

    private Set<String> metrics(String text, int from, Found head) {
        if (head.metrics().isEmpty()) {
            return Set.of();
        }
        Set<String> metrics = head.metrics();
        for (String noun : nouns.alsoNouns()) {
            int at = head.start() - noun.length();
            if (at >= from && text.startsWith(noun, at)) {
                metrics = PhraseFinder.union(metrics, nouns.also(noun));
            }
        }
        return metrics;
    }

    /** {@code 大米等送到牧民手中的已有640吨}: the noun of which only those are counted that 的 says more of; null where none stands there. */
    private @Nullable Found suchAs(String text, int start, int stop, int end) {
        boolean of = stop < end && (text.charAt(stop) == '的' || text.charAt(stop - 1) == '的');
        if (!of) {
            return null;
        }
        for (int at = nouns.next(text, start, stop); at < stop; at = nouns.next(text, at + 1, stop)) {
            Found noun = nouns.beginningAt(text, at, stop);
            if (noun != null) {
                boolean begins = tagger.words(text.substring(start, at)).stream()
                        .allMatch(
                                word -> word.sort() == Sort.NOUN && word.text().length() > 1);
                return begins && !noun.metrics().isEmpty() ? noun : null;
            }
        }
        return null;
    }

    /** {@code 党员务工人员132名}: what else they are stands behind the noun; null where none does. */
    private @Nullable Found doers(String text, int start, int stop) {
        if (DOERS.indexOf(text.charAt(stop - 1)) < 0) {
            return null;
        }
        for (String noun : nouns.alsoNouns()) {
            int at = text.lastIndexOf(noun, stop - 1);
            int end = at + noun.length();
            if (at >= start
                    && stop - end > 1
                    && stop - end <= DOER
                    && tagger.words(text.substring(end, stop)).stream().allMatch(word -> word.sort() == Sort.NOUN)) {
                return new Found(at, stop, nouns.also(noun));
            }
        }
        return null;
    }

    private @Nullable Front unknown(String text, int start, int stop, int from, boolean any) {
        int memberEnd = memberEnd(text, from, memberStart(text, start, stop));
        if (memberEnd > 0) {
            Found member = nouns.endingAt(text, itemStart(text, from, memberEnd), memberEnd, false);
            if (member != null && endsInNoun(text, start, stop)) {
                return new Front(List.of(Set.of(), member.metrics()), member.start(), stop, "", false, true);
            }
        }
        return new Front(List.of(), start, stop, "", false, any && endsInNoun(text, start, stop));
    }

    private int withoutLinks(String text, int from, int end) {
        int stop = end;
        boolean cut = true;
        while (cut && stop > from) {
            cut = false;
            char last = text.charAt(stop - 1);
            if (Marks.isTransparent(last)) {
                stop--;
                cut = true;
            } else if (last == '）' || last == ')') {
                int open = Math.max(text.lastIndexOf('（', stop - 1), text.lastIndexOf('(', stop - 1));
                cut = open > from && stop - open <= 8;
                stop = cut ? open : stop;
            } else if (last == BATCH) {
                // 援滇干部11批96名
                int number = numberStart(text, from, stop - 1);
                cut = number < stop - 1;
                stop = cut ? number : stop;
            } else {
                int linked = Years.before(text, from, link(text, from, stop));
                cut = linked < stop;
                stop = linked;
            }
        }
        return stop;
    }

    /** Where the digits begin that end at {@code end}. */
    private static int numberStart(String text, int from, int end) {
        int start = end;
        while (start > from && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int link(String text, int from, int stop) {
        WordTable.Entry<Integer> link = links.longestBefore(text, from, stop);
        if (link == null) {
            return stop;
        }
        int length = link.word().length();
        Found noun = nouns.endingAt(text, from, stop, true);
        return noun != null && noun.end() - noun.start() >= length ? stop : stop - length;
    }

    private static int itemStart(String text, int from, int stop) {
        int start = stop;
        int least = Math.max(from, stop - WINDOW);
        while (start > least && !Marks.partsItems(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** A member begins behind the last 和 of its item. */
    private static int memberStart(String text, int start, int end) {
        int member = start;
        for (String word : CONJUNCTIONS) {
            int at = text.lastIndexOf(word, end - 1);
            if (at > start && at + word.length() <= end) {
                member = Math.max(member, at + word.length());
            }
        }
        return member;
    }

    /** Where the member before the one at {@code start} ends; -1 where it is the first. */
    private static int memberEnd(String text, int from, int start) {
        if (start - 1 > from && text.charAt(start - 1) == '、') {
            return start - 1;
        }
        for (String word : CONJUNCTIONS) {
            if (start - word.length() > from && text.startsWith(word, start - word.length())) {
                return start - word.length();
            }
        }
        return -1;
    }

    private boolean beginsWithVerb(String text, int start, int head) {
        if (start >= head) {
            return false;
        }
        List<Word> words = tagger.words(text.substring(start, head));
        boolean verb = words.stream().anyMatch(word -> word.sort() == Sort.VERB || word.sort() == Sort.OTHER);
        return verb || text.substring(start, head).contains("等");
    }

    private boolean endsInNoun(String text, int start, int end) {
        if (start >= end) {
            return false;
        }
        if ("者员".indexOf(text.charAt(end - 1)) >= 0) {
            // 社区工作者
            return true;
        }
        List<Word> words = tagger.words(text.substring(Math.max(start, end - 8), end));
        return !words.isEmpty() && words.get(words.size() - 1).sort() == Sort.NOUN;
    }
}
