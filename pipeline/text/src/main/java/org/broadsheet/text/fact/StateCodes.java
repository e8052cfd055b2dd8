package org.broadsheet.text.fact;

import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;

/**
 * The numbers by which words are kept in the state: {@code 余}, over, is 0. What a number means never changes, whatever
 * becomes of the enums.
 */
public final class StateCodes {
    private StateCodes() {}

    /** 0 to 3. */
    public static int of(Modifier modifier) {
        return switch (modifier) {
            case OVER -> 0;
            case EXACT -> 1;
            case ABOUT -> 2;
            case UNDER -> 3;
        };
    }

    /** The modifier of a number. */
    public static Modifier modifier(int code) {
        return switch (code) {
            case 0 -> Modifier.OVER;
            case 1 -> Modifier.EXACT;
            case 2 -> Modifier.ABOUT;
            case 3 -> Modifier.UNDER;
            default -> throw unknown("modifier", code);
        };
    }

    /** 0 to 2. */
    public static int of(Scope scope) {
        return switch (scope) {
            case CURRENT -> 0;
            case NEW -> 1;
            case CUMULATIVE -> 2;
        };
    }

    /** The scope of a number. */
    public static Scope scope(int code) {
        return switch (code) {
            case 0 -> Scope.CURRENT;
            case 1 -> Scope.NEW;
            case 2 -> Scope.CUMULATIVE;
            default -> throw unknown("scope", code);
        };
    }

    /** 0 to 5. */
    static int of(Fate fate) {
        return switch (fate) {
            case COUNTED -> 0;
            case REPRINTED -> 1;
            case RETOLD -> 2;
            case UNPLACED -> 3;
            case DROPPED -> 4;
            case CLOSED -> 5;
        };
    }

    /** The fate of a number. */
    static Fate fate(int code) {
        return switch (code) {
            case 0 -> Fate.COUNTED;
            case 1 -> Fate.REPRINTED;
            case 2 -> Fate.RETOLD;
            case 3 -> Fate.UNPLACED;
            case 4 -> Fate.DROPPED;
            case 5 -> Fate.CLOSED;
            default -> throw unknown("fate", code);
        };
    }

    private static IllegalStateException unknown(String what, int code) {
        return new IllegalStateException("the state holds a " + what + " of number " + code);
    }
}
