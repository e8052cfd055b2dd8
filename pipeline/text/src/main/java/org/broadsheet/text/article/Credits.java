package org.broadsheet.text.article;

import java.util.List;
import java.util.stream.Stream;

/**
 * Knows the lines that name people rather than tell something: {@code 本报记者 孟 非}, {@code 薛礼伟 摄},
 * {@code （武晓雯 范嘉浩）}, {@code 责编：李明}.
 */
final class Credits {
    /** Characters behind the last sentence that may be a byline or a picture's credit. */
    private static final int LONGEST_TAIL = 30;

    private static final int LONGEST = 48;
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_FOREIGN_NAME = 16;
    private static final int REPORTER_ALONE = 4;
    /** What may stand around names. */
    private static final int AROUND = Kinds.SPACE | Kinds.ORNAMENT;

    private static final String REPORTER = "记者";
    private static final int LONGEST_PAPER = 10;

    private final WordList reporters;
    private final WordList credits;
    private final WordList editors;
    private final WordList agencies;
    private final List<String> media;
    /** What no line of names holds: asked before the words are looked for. */
    private final int nameless;

    Credits(Words printing) {
        reporters = printing.list("reporter");
        credits = printing.list("credit");
        editors = printing.list("editor");
        agencies = printing.list("agency");
        media = printing.of("medium");
        nameless = Stream.of("reporter", "credit", "agency")
                        .flatMap(kind -> printing.of(kind).stream())
                        .anyMatch(word -> CleanText.verbatim(word, 0).has(Kinds.NAMELESS))
                ? 0
                : Kinds.NAMELESS;
    }

    /** Whether the line names people and nothing else. */
    boolean standsAlone(CleanText line) {
        if (line.length() > 2 * LONGEST || !isNameAtAnEnd(line)) {
            return false;
        }
        CleanText bare = bare(line);
        return (mayName(line) && (isBylineOf(bare) || isPictureCreditOf(bare)))
                || isEditorLineOf(bare)
                || signatureStart(line) == 0;
    }

    private boolean mayName(CleanText line) {
        return line.length() <= LONGEST && isNameAtAnEnd(line) && !line.has(nameless);
    }

    /** Whether something at its ends may belong to a line of names, or it has a reporter. */
    private boolean isNameAtAnEnd(CleanText line) {
        if (line.length() == 0) {
            return false;
        }
        return mayBegin(line.charAt(0)) || mayEnd(line.last()) || line.has(Kinds.REPORTER);
    }

    private boolean mayBegin(char c) {
        return reporters.mayBegin(c) || editors.mayBegin(c) || isAround(c);
    }

    private boolean mayEnd(char c) {
        return reporters.mayEnd(c) || credits.mayEnd(c) || isAround(c);
    }

    private static boolean isAround(char c) {
        return (Kinds.of(c) & AROUND) != 0;
    }

    /** {@code 本报记者 孟 非}, {@code 记者 王勇}, {@code 本报评论员}, {@code 张三 文/图}. */
    boolean isByline(CleanText line) {
        return mayName(line) && isBylineOf(bare(line));
    }

    private boolean isBylineOf(CleanText text) {
        int first = reporter(text);
        if (first == 0) {
            int last = reporters.endingAt(text, text.length());
            return last > 1 && areNames(text.slice(0, text.length() - last));
        }
        if (text.length() == first) {
            return first > REPORTER_ALONE;
        }
        char next = text.charAt(first);
        boolean apart = Characters.isSpace(next) || isSeparator(next) || next == '：';
        boolean known = first > 1 && first == reporters.start(text);
        CleanText rest = text.slice(first, text.length());
        return (apart || (known && isShort(rest))) && areNames(withoutWords(rest));
    }

    /** {@code 薛礼伟 摄}, {@code 本报通讯员 孙泰雁 摄}, {@code （张三供图）}. */
    boolean isPictureCredit(CleanText line) {
        return mayName(line) && isPictureCreditOf(bare(line));
    }

    private boolean isPictureCreditOf(CleanText whole) {
        if (whole.length() == 0 || !credits.mayEnd(whole.last())) {
            return false;
        }
        CleanText text = bare(whole.slice(agencies.start(whole), whole.length()));
        int last = credits.endingAt(text, text.length());
        if (last == 0) {
            return false;
        }
        int credit = text.length() - last;
        CleanText names = stripped(text.slice(0, credit));
        int first = reporter(names);
        boolean apart = credit > 0 && !Character.isLetter(text.charAt(credit - 1));
        return (apart || first > 0 || text.charAt(credit) == '摄')
                && areNames(withoutWords(names.slice(first, names.length())));
    }

    /** {@code 责编：李明 版式：王芳}: who made the page. */
    boolean isEditorLine(CleanText line) {
        return line.length() <= 2 * LONGEST && isEditorLineOf(bare(line));
    }

    private boolean isEditorLineOf(CleanText text) {
        int first = editors.start(text);
        return first > 0
                && text.length() > first
                && !Characters.isHan(text.charAt(first))
                && !text.has(Kinds.FULL_STOP);
    }

    /** Where the signature that ends a paragraph begins, or -1: {@code …效果深入人心。(李杰华、张乾忠)}. */
    int signatureStart(CleanText text) {
        int end = text.length();
        if (end < 3 || (text.last() != ')' && text.last() != '）')) {
            return -1;
        }
        int open = end - 2;
        while (open >= 0 && end - open < LONGEST && text.charAt(open) != '(' && text.charAt(open) != '（') {
            open--;
        }
        if (open < 0 || end - open >= LONGEST) {
            return -1;
        }
        int before = open - 1;
        while (before >= 0 && Characters.isSpace(text.charAt(before))) {
            before--;
        }
        boolean closed = before < 0 || Characters.isTerminal(text.charAt(before)) || isQuoteEnd(text.charAt(before));
        if (!closed) {
            return -1;
        }
        CleanText names = stripped(text.slice(open + 1, end - 1));
        return areNames(names) || isByline(names) || isPictureCredit(names) ? open : -1;
    }

    /** Whether the characters from {@code start} to {@code end} end in {@code 记者} or the like. */
    boolean endsWithReporter(CleanText text, int start, int end) {
        return reporters.endingAt(text.slice(start, end), end - start) > 1;
    }

    private static boolean isQuoteEnd(char c) {
        return c == '”' || c == '」' || c == '》' || c == '’';
    }

    private static CleanText bare(CleanText line) {
        int start = line.behind(AROUND, 0);
        int end = line.length();
        while (end > start && isAround(line.charAt(end - 1))) {
            end--;
        }
        return line.slice(start, end);
    }

    private static CleanText stripped(CleanText text) {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.slice(start, end);
    }

    /** Whether the name that follows at once is a short one: {@code 记者郭娟} names her, {@code 记者梳理发现} nobody. */
    private static boolean isShort(CleanText names) {
        return names.behind(Kinds.HAN, 0) < LONGEST_NAME;
    }

    /** How long the words are for those it names at its beginning: {@code 本报记者}, {@code 成都商报记者}; 0 for none. */
    private int reporter(CleanText text) {
        int at = text.has(Kinds.REPORTER) ? Math.min(LONGEST_PAPER, text.length() - 1) : 0;
        while (at > 1 && (text.charAt(at) != REPORTER.charAt(0) || !text.hasAt(REPORTER, at))) {
            at--;
        }
        if (at > 1 && isMedium(text.charAt(at - 1)) && text.behind(Kinds.HAN, 0) >= at) {
            return at + REPORTER.length();
        }
        return reporters.start(text);
    }

    private boolean isMedium(char c) {
        for (String medium : media) {
            if (medium.length() == 1 && medium.charAt(0) == c) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeparator(char c) {
        return (Kinds.of(c) & Kinds.SEPARATOR) != 0;
    }

    /** Reporter words between the names become separators: {@code 王勇 通讯员 李明}. */
    private CharSequence withoutWords(CleanText names) {
        if (!mayHoldWords(names)) {
            return names;
        }
        String bare = names.toString();
        for (String word : reporters.words()) {
            if (word.length() > 1 && bare.contains(word)) {
                bare = bare.replace(word, " ");
            }
        }
        return bare.replace("摄影报道", " ").replace("摄", " ").replace('：', ' ').replace(':', ' ');
    }

    private boolean mayHoldWords(CleanText names) {
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (reporters.mayBegin(c) || c == '摄' || (Kinds.of(c) & Kinds.COLON) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is a list of names; single characters stand in pairs ({@code 孟 非}). */
    private static boolean areNames(CharSequence list) {
        int names = 0;
        int length = 0;
        boolean foreign = false;
        for (int i = 0; i <= list.length(); i++) {
            char c = i < list.length() ? list.charAt(i) : ' ';
            if (Characters.isSpace(c) || isSeparator(c)) {
                if (length > (foreign ? LONGEST_FOREIGN_NAME : LONGEST_NAME)) {
                    return false;
                }
                names += length >= 2 ? 2 : length;
                length = 0;
                foreign = false;
            } else if (c == '·' || c == '•') {
                foreign = true;
            } else if (Characters.isHan(c)) {
                length++;
            } else {
                return false;
            }
        }
        return names >= 2 && names % 2 == 0;
    }

    /** Where a byline or picture credit behind the last sentence begins, or the end of the text. */
    int tailStart(CleanText text) {
        int at = text.length();
        while (at > 0 && text.length() - at <= LONGEST_TAIL && !Characters.isTerminal(text.charAt(at - 1))) {
            at--;
        }
        while (at < text.length() && (Characters.isSpace(text.charAt(at)) || "”’」".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        boolean behind = at > 0 && text.length() - at <= LONGEST_TAIL && at < text.length();
        if (!behind) {
            return text.length();
        }
        CleanText tail = text.slice(at, text.length());
        return isByline(tail) || isPictureCredit(tail) ? at : text.length();
    }
}
