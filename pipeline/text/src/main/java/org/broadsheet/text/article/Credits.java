package org.broadsheet.text.article;

import java.util.List;

/**
 * Knows the lines that name people rather than tell something: {@code 本报记者 孟 非}, {@code 薛礼伟 摄},
 * {@code （武晓雯 范嘉浩）}, {@code 责编：李明}.
 */
final class Credits {
    private static final int LONGEST = 48;
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_FOREIGN_NAME = 16;
    private static final int REPORTER_ALONE = 4;
    private static final String SEPARATORS = "、，,/;；|&";
    private static final String BULLETS = "□■◎●▲◆○★☆▶▷>";

    private static final String REPORTER = "记者";
    private static final int LONGEST_PAPER = 10;

    private final WordList reporters;
    private final WordList credits;
    private final WordList editors;
    private final WordList agencies;
    private final List<String> media;

    Credits(Words printing) {
        reporters = printing.list("reporter");
        credits = printing.list("credit");
        editors = printing.list("editor");
        agencies = printing.list("agency");
        media = printing.of("medium");
    }

    /** Whether the line names people and nothing else. */
    boolean standsAlone(CharSequence line) {
        if (line.length() > 2 * LONGEST) {
            return false;
        }
        boolean isShort = line.length() <= LONGEST;
        String bare = bare(line);
        return (isShort && (isBylineOf(bare) || isPictureCreditOf(bare)))
                || isEditorLineOf(bare)
                || signatureStart(line) == 0;
    }

    /** {@code 本报记者 孟 非}, {@code 记者 王勇}, {@code 本报评论员}, {@code 张三 文/图}. */
    boolean isByline(CharSequence line) {
        return line.length() <= LONGEST && isBylineOf(bare(line));
    }

    private boolean isBylineOf(String text) {
        String first = reporter(text);
        if (first.isEmpty()) {
            String last = reporters.end(text);
            return last.length() > 1 && areNames(text.substring(0, text.length() - last.length()));
        }
        String rest = text.substring(first.length());
        if (rest.isEmpty()) {
            return first.length() > REPORTER_ALONE;
        }
        boolean apart = Characters.isSpace(rest.charAt(0)) || isSeparator(rest.charAt(0)) || rest.charAt(0) == '：';
        boolean known = first.length() > 1 && first.equals(reporters.start(text));
        return (apart || (known && isShort(rest))) && areNames(withoutWords(rest));
    }

    /** {@code 薛礼伟 摄}, {@code 本报通讯员 孙泰雁 摄}, {@code （张三供图）}. */
    boolean isPictureCredit(CharSequence line) {
        return line.length() <= LONGEST && isPictureCreditOf(bare(line));
    }

    private boolean isPictureCreditOf(String whole) {
        if (whole.isEmpty() || !credits.mayEnd(whole.charAt(whole.length() - 1))) {
            return false;
        }
        String text = bare(whole.substring(agencies.start(whole).length()));
        String last = credits.end(text);
        if (last.isEmpty()) {
            return false;
        }
        String names = text.substring(0, text.length() - last.length());
        String first = reporter(names.strip());
        String rest = names.strip().substring(first.length());
        boolean apart = !names.isEmpty() && !Character.isLetter(names.charAt(names.length() - 1));
        return (apart || !first.isEmpty() || last.startsWith("摄")) && areNames(withoutWords(rest));
    }

    /** {@code 责编：李明 版式：王芳}: who made the page. */
    boolean isEditorLine(CharSequence line) {
        return line.length() <= 2 * LONGEST && isEditorLineOf(bare(line));
    }

    private boolean isEditorLineOf(String text) {
        String first = editors.start(text);
        if (first.isEmpty() || text.indexOf('。') >= 0) {
            return false;
        }
        return text.length() > first.length() && !Characters.isHan(text.charAt(first.length()));
    }

    /** Where the signature that ends a paragraph begins, or -1: {@code …效果深入人心。(李杰华、张乾忠)}. */
    int signatureStart(CharSequence text) {
        int end = text.length();
        if (end < 3 || (text.charAt(end - 1) != ')' && text.charAt(end - 1) != '）')) {
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
        String names = text.subSequence(open + 1, end - 1).toString().strip();
        boolean signature = closed && (areNames(names) || isByline(names) || isPictureCredit(names));
        return signature ? open : -1;
    }

    /** Whether the characters from {@code start} to {@code end} end in {@code 记者} or the like. */
    boolean endsWithReporter(CharSequence text, int start, int end) {
        String word = text.subSequence(Math.max(start, end - LONGEST), end).toString();
        return reporters.end(word).length() > 1;
    }

    private static boolean isQuoteEnd(char c) {
        return c == '”' || c == '」' || c == '》' || c == '’';
    }

    private static String bare(CharSequence line) {
        int start = 0;
        int end = line.length();
        while (start < end && isOrnament(line.charAt(start))) {
            start++;
        }
        while (end > start && isOrnament(line.charAt(end - 1))) {
            end--;
        }
        return line.subSequence(start, end).toString();
    }

    private static boolean isOrnament(char c) {
        return Characters.isSpace(c) || BULLETS.indexOf(c) >= 0 || "（）()【】[]".indexOf(c) >= 0;
    }

    /** Whether the name that follows at once is a short one: {@code 记者郭娟} names her, {@code 记者梳理发现} nobody. */
    private static boolean isShort(String names) {
        int length = 0;
        while (length < names.length() && Characters.isHan(names.charAt(length))) {
            length++;
        }
        return length < LONGEST_NAME;
    }

    /** What the text calls those it names at its beginning: {@code 本报记者}, {@code 成都商报记者}; else empty. */
    private String reporter(String text) {
        int at = text.lastIndexOf(REPORTER, LONGEST_PAPER);
        if (at > 1 && media.indexOf(text.substring(at - 1, at)) >= 0 && isHan(text, at)) {
            return text.substring(0, at + REPORTER.length());
        }
        return reporters.start(text);
    }

    private static boolean isHan(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (!Characters.isHan(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(char c) {
        return SEPARATORS.indexOf(c) >= 0;
    }

    /** Reporter words between the names become separators: {@code 王勇 通讯员 李明}. */
    private String withoutWords(String names) {
        String bare = names;
        for (String word : reporters.words()) {
            if (word.length() > 1 && bare.contains(word)) {
                bare = bare.replace(word, " ");
            }
        }
        return bare.replace("摄影报道", " ").replace("摄", " ").replace('：', ' ').replace(':', ' ');
    }

    /** Whether this is a list of names; single characters stand in pairs ({@code 孟 非}). */
    private static boolean areNames(String list) {
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
}
