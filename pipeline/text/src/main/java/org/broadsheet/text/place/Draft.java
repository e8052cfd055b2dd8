package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place while it is being joined: 榆次区, then 锦纶街道, then {@code 榆次区锦纶街道乐平社区}. */
final class Draft {
    final int start;
    final List<Named> names = new ArrayList<>();
    final List<Local> locals = new ArrayList<>();
    int end;
    int region;
    String place = "";
    Why why;
    /** Whether it is a body's name: 国务院. */
    boolean body;
    /** Divisions of the name it begins with; several where it is shared. */
    List<Region> bearers = List.of();
    /** Whether a shared name stands in it that its own parts do not decide. */
    boolean open;

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
        bearers = List.of(below);
        names.add(new Named(below, piece.text()));
    }

    /** Takes the division that is named, where the first to come to mind cannot be meant. */
    void mean(Region other) {
        region = other.code();
        String spelled = names.isEmpty() ? other.name() : names.get(0).spelled();
        names.clear();
        names.add(new Named(other, spelled));
        bearers = List.of(other);
        open = false;
    }

    /** How sure its region is. */
    Sureness sure() {
        if (region == 0) {
            return Sureness.UNPLACED;
        }
        return open || why == Why.ANAPHOR ? Sureness.LIKELY : Sureness.SURE;
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
            county.ifPresent(named -> names.add(new Named(named, named.name())));
        }
        locals.add(new Local(narrower, piece.text(), region, place, 0));
    }

    /** Is the place of an earlier name. */
    void repeat(Local local) {
        region = local.region();
        open = true;
        place = local.place();
        rank = local.rank();
    }
}
