package org.broadsheet.text.article;

import java.util.List;

/** Tells by its looks whether a line is a heading: {@code 迎泽区创建“无疫社区”守护群众平安} is, a torn line of prose is not. */
final class Headings {
    private static final int LONGEST = 38;
    private static final int LONGEST_MARKED = 80;
    private static final int LONGEST_EXCLAIMED = 30;
    private static final int MOST_COMMAS = 2;
    private static final int MOST_ENUMERATED = 4;
    private static final int WITHIN = 30;

    private final List<String> openings;
    private final List<String> captions;

    Headings(Words printing) {
        openings = printing.of("opening");
        captions = printing.of("caption");
    }

    /** Whether the text, spaces aside, may be a heading: short, no sentence, no end of one. */
    boolean looksLike(CharSequence text, int level) {
        int content = Characters.contentLength(text);
        if (level > 0) {
            return content <= LONGEST_MARKED;
        }
        if (content > LONGEST || content == 0 || opensCaption(text) || opensReport(text)) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        boolean exclaimed = "！？!?".indexOf(last) >= 0 && content <= LONGEST_EXCLAIMED;
        if (!exclaimed && (endsOpenly(last) || Characters.isTerminal(last))) {
            return false;
        }
        int commas = commas(text);
        int enumerated = count(text, "、");
        boolean plain = commas + enumerated <= MOST_COMMAS || (commas == 0 && enumerated <= MOST_ENUMERATED);
        return plain && count(text, "。") == 0;
    }

    private static boolean endsOpenly(char last) {
        return "，,、；;：".indexOf(last) >= 0;
    }

    /** How many commas and semicolons there are. */
    static int commas(CharSequence text) {
        return count(text, "，,；;");
    }

    private static int count(CharSequence text, String marks) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += marks.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** Whether a report begins here: {@code 本报讯 （记者郭娟 ）}, {@code 据新华社北京3月5日电}. */
    boolean opensReport(CharSequence text) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), WITHIN); i++) {
            char c = text.charAt(i);
            boolean wordy = Characters.isContent(c);
            if (!wordy && !Characters.isSpace(c)) {
                break;
            }
            if (wordy) {
                head.append(c);
            }
        }
        return openings.stream().anyMatch(opening -> head.indexOf(opening) >= 0);
    }

    /** Whether the text of a picture begins here: {@code 图为…}. */
    boolean opensCaption(CharSequence text) {
        String head = text.subSequence(0, Math.min(text.length(), WITHIN)).toString();
        return captions.stream().anyMatch(head::startsWith);
    }

    /** Whether the text speaks of its picture anywhere. */
    boolean namesPicture(CharSequence text) {
        String whole = text.toString();
        return captions.stream().anyMatch(whole::contains);
    }
}
