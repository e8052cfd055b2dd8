package org.broadsheet.text.place;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.RandomAccess;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of an article where they are asked for, and of what stands before only as much as that needs: those of
 * {@code 该区设立了795个采样点} need the sentence before with 迎泽区, and nothing behind the last number needs any.
 *
 * <p>One per article, not thread-safe.
 */
public final class PlaceReader {
    private final PlaceFinder finder;
    private final PlaceContext context;
    private final Queue<Sentence> waiting = new ArrayDeque<>();

    /**
     * @param finder finds the places
     * @param home six-digit code of the paper's home; 0 where it is not known
     */
    public PlaceReader(PlaceFinder finder, int home) {
        this(finder, home, () -> 0);
    }

    /**
     * @param finder finds the places
     * @param home six-digit code of the paper's home; 0 where it is not known
     * @param headline says six-digit code of the division that the headline names, asked only where it matters; 0 where it names none
     */
    public PlaceReader(PlaceFinder finder, int home, IntSupplier headline) {
        this.finder = finder;
        this.context = new PlaceContext(home, headline);
    }

    /**
     * The places of the next sentence or paragraph, as {@link PlaceFinder#find} finds them: an unmodifiable list that finds
     * them when it is read for the first time.
     */
    public List<Spot> next(CharSequence text) {
        Sentence sentence = new Sentence(text);
        waiting.add(sentence);
        return sentence;
    }

    private final class Sentence extends AbstractList<Spot> implements RandomAccess {
        private final CharSequence text;
        private @Nullable List<Spot> spots;

        private Sentence(CharSequence text) {
            this.text = text;
        }

        private List<Spot> spots() {
            List<Spot> found = spots;
            while (found == null) {
                Sentence earliest = waiting.remove();
                earliest.spots = finder.find(earliest.text, context);
                found = spots;
            }
            return found;
        }

        @Override
        public Spot get(int index) {
            return spots().get(index);
        }

        @Override
        public int size() {
            return spots().size();
        }
    }
}
