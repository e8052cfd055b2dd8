package org.broadsheet.text.article;

/**
 * The kinds of each character, as flags: {@code 区} is {@code CONTENT}, {@code HAN} and {@code WIDE}. One table is looked
 * up once for each character of a page; what a stretch holds is the flags of its characters together.
 */
final class Kinds {
    /** Carries meaning when sentences are compared; the lowest bit, so that it can be counted. */
    static final int CONTENT = 1;
    /** Takes two columns in print; the next bit. */
    static final int WIDE = 1 << 1;

    static final int HAN = 1 << 2;
    static final int DIGIT = 1 << 3;
    static final int LATIN = 1 << 4;
    static final int SPACE = 1 << 5;
    static final int LINE_BREAK = 1 << 6;
    /** Shows nothing, or nothing that all readers share: zero-width, control, private-use. */
    static final int HIDDEN = 1 << 7;
    /** Half of a character of two; alone it shows nothing. */
    static final int SURROGATE = 1 << 8;

    static final int TERMINAL = 1 << 9;
    static final int CLAUSE_END = 1 << 10;
    static final int CLOSING = 1 << 11;
    static final int OPENING = 1 << 12;
    static final int CJK_MARK = 1 << 13;
    static final int FULL_STOP = 1 << 14;
    /** A comma or a semicolon, of any width. */
    static final int COMMA = 1 << 15;
    /** {@code 、}. */
    static final int ENUMERATION = 1 << 16;

    static final int COLON = 1 << 17;
    /** Parts the names of a byline. */
    static final int SEPARATOR = 1 << 18;
    /** Stands around a byline: a bullet or a bracket. */
    static final int ORNAMENT = 1 << 19;
    /** Stands in no list of names. */
    static final int NAMELESS = 1 << 20;
    /** Begins a line that has a mark of Markdown, or is a rule. */
    static final int MARKUP = 1 << 21;
    /** {@code 版}: a page of the paper. */
    static final int PAGE = 1 << 22;
    /** {@code 记}: may call somebody a reporter, {@code 记者}. */
    static final int REPORTER = 1 << 24;
    /** {@code *}. */
    static final int STAR = 1 << 23;

    private static final String TERMINALS = "。！？!?…";
    private static final String CLAUSE_ENDS = "，,；;：:。！？!?…";
    private static final String CLOSINGS = "”’」』》〉）】］〕)]\"";
    private static final String OPENINGS = "“‘「『《〈（【［〔([";
    private static final String CJK_MARKS = "，。、；：！？…—～·％";
    private static final String COMMAS = "，,；;";
    private static final String SEPARATORS = "、，,/;；|&";
    private static final String ORNAMENTS = "□■◎●▲◆○★☆▶▷>（）()【】[]";
    private static final String NAME_POINTS = "·•";
    private static final String MARKUPS = "#>-+*_=—─━·";

    private static final int SETS = 128;
    /** For each character which of the sets of flags it has: a byte each, so that the table stays near. */
    private static final byte[] SET_OF = new byte[1 << Character.SIZE];

    private static final int[] FLAGS = new int[SETS];

    static {
        int sets = 0;
        for (int c = 0; c < SET_OF.length; c++) {
            int flags = flags((char) c);
            int set = 0;
            while (set < sets && FLAGS[set] != flags) {
                set++;
            }
            sets = Math.max(sets, set + 1);
            FLAGS[set] = flags;
            SET_OF[c] = (byte) set;
        }
    }

    private Kinds() {}

    /** The flags of a character. */
    static int of(char c) {
        return FLAGS[SET_OF[c] & (SETS - 1)];
    }

    private static int flags(char c) {
        int flags = flag(isContent(c), CONTENT)
                | flag(c >= '\u0250' && (c < '\uFF61' || c > '\uFFDC'), WIDE)
                | flag(isHan(c), HAN)
                | flag((c >= '0' && c <= '9') || (c >= '０' && c <= '９'), DIGIT)
                | flag((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'), LATIN)
                | flag(c < '\u0080' ? c == ' ' || c == '\t' : c <= '\u3000' && Character.isSpaceChar(c), SPACE)
                | flag((c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029', LINE_BREAK)
                | flag((c < '\u3000' || c >= '\uD800') && showsNothing(c), HIDDEN)
                | flag(Character.isSurrogate(c), SURROGATE)
                | flag(c == '：' || c == ':', COLON)
                | flag(c == '。', FULL_STOP)
                | flag(c == '、', ENUMERATION)
                | flag(c == '版', PAGE)
                | flag(c == '*', STAR)
                | flag(c == '记', REPORTER)
                | marks(c);
        int named = HAN | SPACE | COLON | SEPARATOR | ORNAMENT;
        boolean nameless = (flags & named) == 0 && NAME_POINTS.indexOf(c) < 0 && !Character.isWhitespace(c);
        return flags | flag(nameless, NAMELESS);
    }

    private static int marks(char c) {
        return flag(TERMINALS.indexOf(c) >= 0, TERMINAL)
                | flag(CLAUSE_ENDS.indexOf(c) >= 0, CLAUSE_END)
                | flag(CLOSINGS.indexOf(c) >= 0, CLOSING)
                | flag(OPENINGS.indexOf(c) >= 0, OPENING)
                | flag(CJK_MARKS.indexOf(c) >= 0, CJK_MARK)
                | flag(COMMAS.indexOf(c) >= 0, COMMA)
                | flag(SEPARATORS.indexOf(c) >= 0, SEPARATOR)
                | flag(ORNAMENTS.indexOf(c) >= 0, ORNAMENT)
                | flag(MARKUPS.indexOf(c) >= 0, MARKUP);
    }

    private static int flag(boolean is, int flag) {
        return is ? flag : 0;
    }

    private static boolean isContent(char c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF')
                || (c >= '\u3400' && c <= '\u4DBF')
                || c == '〇'
                || (c >= '\uF900' && c <= '\uFAFF')
                || Character.isSurrogate(c);
    }

    private static boolean showsNothing(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> c != '\t';
            default -> c >= '\uFE00' && c <= '\uFE0F';
        };
    }
}
