package org.broadsheet.text.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordTableTest {
    private final WordTable<Integer> times = WordTable.of(List.of("以来", "年来", "多年来", "去年", "年"));

    @Test
    void findsTheLongestWordAtAPlace() {
        assertThat(word(times.longestAt("去年以来", 0))).isEqualTo("去年");
        assertThat(word(times.longestAt("去年以来", 1))).isEqualTo("年");
        assertThat(word(times.longestAt("去年", 2))).isEmpty();
        assertThat(word(times.longestAt("今天", 0))).isEmpty();
    }

    @Test
    void findsTheLongestWordThatEndsAtAPlace() {
        assertThat(word(times.longestBefore("这么多年来", 0, 5))).isEqualTo("多年来");
        assertThat(word(times.longestBefore("这么多年来", 3, 5))).isEqualTo("年来");
        assertThat(word(times.longestBefore("这么多年来", 4, 5))).isEmpty();
        assertThat(word(times.longestBefore("这么多年来", 5, 5))).isEmpty();
    }

    @Test
    void namesTheWordOfTheLeastRank() {
        assertThat(word(times.firstIn("多年来，去年以来", 0, 8))).isEqualTo("以来");
        assertThat(word(times.firstIn("多年来，去年以来", 0, 7))).isEqualTo("年来");
        assertThat(word(times.firstIn("今天", 0, 2))).isEmpty();
    }

    @Test
    void looksAtNothingOutsideAStretch() {
        assertThat(times.isIn("去年以来", 2, 4)).isTrue();
        assertThat(times.isIn("去年以来", 2, 3)).isFalse();
        assertThat(times.isIn("去年以来", 3, 4)).isFalse();
    }

    @Test
    void doesWithoutWords() {
        WordTable<Integer> none = WordTable.of(List.of());
        assertThat(none.isIn("去年\0", 0, 3)).isFalse();
        assertThat(word(none.longestAt("去年", 0))).isEmpty();
        assertThat(none.words()).isEmpty();
    }

    /** Against the words one by one, on texts of few characters, so that words overlap and begin alike. */
    @Test
    void agreesWithASearchWordByWord() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> words = new ArrayList<>(new TreeSet<>(IntStream.range(0, 12)
                    .mapToObj(i -> text(random, 1 + random.nextInt(4)))
                    .toList()));
            WordTable<Integer> table = WordTable.of(words);
            String text = text(random, 12);
            for (int at = 0; at <= text.length(); at++) {
                int place = at;
                assertThat(word(table.longestAt(text, at)))
                        .isEqualTo(longest(words.stream()
                                .filter(word -> text.startsWith(word, place))
                                .toList()));
                assertThat(word(table.longestBefore(text, 2, at)))
                        .isEqualTo(longest(words.stream()
                                .filter(word ->
                                        place - word.length() >= 2 && text.startsWith(word, place - word.length()))
                                .toList()));
                String stretch = text.substring(at);
                assertThat(word(table.firstIn(text, at, text.length())))
                        .isEqualTo(words.stream()
                                .filter(stretch::contains)
                                .findFirst()
                                .orElse(""));
                assertThat(table.isIn(text, at, text.length()))
                        .isEqualTo(words.stream().anyMatch(stretch::contains));
            }
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("去年来".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    private static String longest(List<String> words) {
        return words.stream().reduce("", (one, other) -> other.length() > one.length() ? other : one);
    }

    private static String word(WordTable.@Nullable Entry<Integer> entry) {
        return entry == null ? "" : entry.word();
    }
}
