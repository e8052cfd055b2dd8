package org.broadsheet.text.number;

/** Arabic digits, half and full width: {@code 3} and {@code ３}. */
final class Digits {
    private Digits() {}

    static boolean is(char c) {
        return (c >= '0' && c <= '9') || isWide(c);
    }

    static boolean isWide(char c) {
        return c >= '０' && c <= '９';
    }

    static int value(char c) {
        return isWide(c) ? c - '０' : c - '0';
    }

    static boolean isPoint(char c) {
        return c == '.' || c == '．';
    }

    /** How many digits stand from {@code start} on, at most {@code limit}. */
    static int run(CharSequence text, int start, int limit) {
        int length = 0;
        while (length < limit && start + length < text.length() && is(text.charAt(start + length))) {
            length++;
        }
        return length;
    }
}
