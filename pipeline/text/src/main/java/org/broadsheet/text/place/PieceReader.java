package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts out the stretches of a text that name places or point to one: {@code 榆次区}, {@code 锦纶街道}, {@code 乐平社区}.
 *
 * <p>Immutable, thread-safe.
 */
final class PieceReader {
    private static final Comparator<Vocabulary.Hit> BY_END =
            Comparator.comparingInt(Vocabulary.Hit::end).thenComparingInt(Vocabulary.Hit::start);

    private final Vocabulary vocabulary;
    private final DivisionNames divisionNames;
    private final LocalNames localNames;

    PieceReader(Gazetteer gazetteer) {
        this.vocabulary = new Vocabulary(gazetteer);
        Segmentation segmentation = new Segmentation();
        this.divisionNames = new DivisionNames(gazetteer, vocabulary, segmentation);
        this.localNames = new LocalNames(gazetteer, vocabulary, segmentation);
    }

    /** The words of a text that matter. */
    Vocabulary.Scan scan(String text) {
        return vocabulary.scan(text);
    }

    /** The pieces of a text, in order; none overlap. */
    List<Piece> read(String text, Vocabulary.Scan scan, PlaceContext context) {
        List<Vocabulary.Hit> names = divisionNames.pick(text, scan, context);
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        int limit = 0;
        int floor = 0;
        for (Vocabulary.Hit ending : longest(scan.endings)) {
            while (next < names.size() && names.get(next).end() <= ending.start()) {
                floor = limit;
                limit = add(pieces, text, names.get(next++));
            }
            boolean taken = ending.start() < limit || (next < names.size() && covers(names.get(next), ending));
            if (taken) {
                continue;
            }
            Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            Optional<Piece> local = localNames.read(text, scan, ending, last, limit, floor, context.home());
            if (local.isPresent()) {
                if (last != null && local.get().start() < last.end()) {
                    pieces.remove(pieces.size() - 1);
                }
                pieces.add(local.get());
                floor = limit;
                limit = ending.end();
                next += next < names.size() && names.get(next).start() < limit ? 1 : 0;
            }
        }
        while (next < names.size()) {
            add(pieces, text, names.get(next++));
        }
        return pieces;
    }

    private static int add(List<Piece> pieces, String text, Vocabulary.Hit hit) {
        if (!hit.term().word()) {
            pieces.add(Piece.of(text, hit));
        }
        return hit.end();
    }

    /** Whether a name takes the place of an ending; {@code 社区} alone does not. */
    private static boolean covers(Vocabulary.Hit name, Vocabulary.Hit ending) {
        boolean same = name.start() == ending.start() && name.end() == ending.end();
        boolean hidden = name.term().word() && name.start() > ending.start() && name.end() <= ending.end();
        return name.start() < ending.end() && !(same && name.term().ending() != null) && !hidden;
    }

    /** The endings in order, without those that are part of a longer one: 产业园 of 产业园区. */
    private static List<Vocabulary.Hit> longest(List<Vocabulary.Hit> endings) {
        List<Vocabulary.Hit> sorted = new ArrayList<>(endings);
        sorted.sort(BY_END);
        List<Vocabulary.Hit> result = new ArrayList<>();
        for (Vocabulary.Hit hit : sorted) {
            while (!result.isEmpty() && result.get(result.size() - 1).start() >= hit.start()) {
                result.remove(result.size() - 1);
            }
            boolean inside = !result.isEmpty() && result.get(result.size() - 1).end() >= hit.end();
            if (!inside) {
                result.add(hit);
            }
        }
        return result;
    }
}
