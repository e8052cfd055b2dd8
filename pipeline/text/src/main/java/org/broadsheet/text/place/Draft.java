package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place while it is being joined: 榆次区, then 锦纶街道, then {@code 榆次区锦纶街道乐平社区}. */
final class Draft {
    final int start;
    final List<Region> names = new ArrayList<>();
    final List<Local> locals = new ArrayList<>();
    int end;
    int region;
    String place = "";
    Why why;
    /** Whether it is a body's name: 国务院. */
    boolean body;

    @Nullable
    Rank rank;

    Draft(Piece piece, int region, Why why) {
        this.start = piece.start();
        this.end = piece.end();
        this.region = region;
        this.why = why;
    }

    /** Goes down to a division. */
    void divide(Piece piece, Region below) {
        region = below.code();
        end = piece.end();
        why = Why.STATED;
        names.add(below);
    }

    /**
     * Goes down to a local place.
     *
     * @param region the division that holds it
     * @param county the same, where it is a county that has not been named
     */
    void add(Rank narrower, Piece piece, int region, Optional<Region> county) {
        place += piece.text();
        rank = narrower;
        end = piece.end();
        why = Why.STATED;
        if (region != this.region) {
            this.region = region;
            county.ifPresent(names::add);
        }
        locals.add(new Local(narrower, piece.text(), region, place, 0));
    }

    /** Is the place of an earlier name. */
    void repeat(Local local) {
        region = local.region();
        place = local.place();
        rank = local.rank();
    }
}
