package org.broadsheet.bench.wear;

import java.util.List;
import java.util.Random;

/**
 * Wears clean text as recognisers and column setting do: {@code 为居民送菜上门。} becomes {@code 为居民送菜上门,为居民送菜上门。}.
 *
 * <p>The same paragraphs, wear and seed give the same page. Immutable, thread-safe.
 */
public final class PageWearer {
    private final Glyphs glyphs = new Glyphs();

    /**
     * A worn page.
     *
     * @param paragraphs clean text, at least one paragraph, none empty, no line breaks in them
     * @throws IllegalArgumentException where there is no paragraph, or an empty one
     */
    public WornPage wear(List<String> paragraphs, Wear wear, long seed) {
        if (paragraphs.isEmpty() || paragraphs.contains("")) {
            throw new IllegalArgumentException("paragraphs: at least one, none of them empty");
        }
        Random random = new Random(seed);
        Sheet sheet = new Sheet(paragraphs);
        Recogniser recogniser = new Recogniser(sheet, glyphs, random);
        recogniser.misread(wear.misreadPerMille(), wear.sparing());
        Copier copier = new Copier(sheet, glyphs, random);
        for (int i = 0; i < wear.paragraphs(); i++) {
            copier.copyParagraph(wear.mostMisread());
        }
        for (int i = 0; i < wear.sentences(); i++) {
            copier.copySentence(wear.mostMisread());
        }
        Looper looper = new Looper(sheet, random);
        for (int i = 0; i < wear.loops(); i++) {
            looper.loop();
        }
        recogniser.resetMarks(wear.punctuationPerMille());
        return sheet.print(new Typesetter(sheet, random).set(wear.columns(), wear.tears()));
    }
}
