package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Wears what is printed: wrong characters and marks set otherwise, never in numbers, places and what is counted. Not thread-safe. */
final class Wear {
    private static final int ONE_IN = 20;
    /** Numerals, and words that say of how many it is spoken. */
    private static final String FIRM = "〇零一二三四五六七八九十百千万亿半两双各每";

    private final Words words;
    private final Random random;

    Wear(Words words, Random random) {
        this.words = words;
        this.random = random;
    }

    /** A story of which up to one character in 20 of each sentence is wrong, and half of the commas are ASCII's. */
    Story worn(Story story) {
        List<Story.Paragraph> paragraphs = story.paragraphs().stream()
                .map(paragraph -> new Story.Paragraph(
                        paragraph.day(),
                        paragraph.passages().stream().map(this::worn).toList()))
                .toList();
        return new Story(story.headline(), paragraphs, story.repeated(), story.removed());
    }

    private Passage worn(Passage passage) {
        Passage misread = misread(passage, random.nextInt(passage.text().length() / ONE_IN + 1));
        char[] characters = misread.text().toCharArray();
        for (int i = 0; i < characters.length; i++) {
            boolean comma = characters[i] == '，' && misread.wearable().charAt(i) == Passage.WEARABLE;
            characters[i] = comma && random.nextBoolean() ? ',' : characters[i];
        }
        return misread.reading(new String(characters));
    }

    /** A passage with so many wrong characters, or as many as may be worn. */
    private Passage misread(Passage passage, int wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < passage.text().length(); i++) {
            if (passage.wearable().charAt(i) == Passage.WEARABLE
                    && isFree(passage.text().charAt(i))) {
                places.add(i);
            }
        }
        Collections.shuffle(places, random);
        StringBuilder text = new StringBuilder(passage.text());
        for (int place : places.subList(0, Math.min(wanted, places.size()))) {
            text.setCharAt(place, other(text.charAt(place)));
        }
        return passage.reading(text.toString());
    }

    /** A copy with the first word that can be misread in it misread: {@code 落买} for {@code 落实}. */
    Passage misread(Passage passage) {
        for (String pair : words.misreadings()) {
            int half = pair.length() / 2;
            int at = passage.text().indexOf(pair.substring(0, half));
            if (at >= 0 && passage.wearable().charAt(at) == Passage.WEARABLE) {
                String text = passage.text();
                return passage.reading(text.substring(0, at) + pair.substring(half) + text.substring(at + half));
            }
        }
        throw new IllegalArgumentException("no word can be misread: " + passage.text());
    }

    private char other(char c) {
        String alike = words.lookalikes().stream()
                .filter(group -> group.indexOf(c) >= 0)
                .findFirst()
                .orElse(words.common())
                .replace(String.valueOf(c), "");
        return alike.charAt(random.nextInt(alike.length()));
    }

    private static boolean isFree(char c) {
        return c >= '\u4E00' && c <= '\u9FFF' && FIRM.indexOf(c) < 0;
    }
}
