package org.broadsheet.text.place;

/** Kinds of characters: 榆 is Han, 十 a numeral. */
public final class Characters {
    private Characters() {}

    /** Whether it is a Chinese character: {@code 榆}; punctuation, digits and spaces are none. */
    public static boolean isHan(char character) {
        return (character >= '\u4e00' && character <= '\u9fff') || (character >= '\u3400' && character <= '\u4dbf');
    }

    /** Whether it stands in Chinese numerals: 十 in {@code 三十二个村}. */
    static boolean isNumeral(char character) {
        return "〇零一二两三四五六七八九十百千万几数多余第".indexOf(character) >= 0;
    }

    /** Whether {@code text} is made of numerals only. */
    static boolean isNumeral(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isNumeral(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
