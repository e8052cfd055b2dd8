package org.broadsheet.text.article;

/** Tells by its looks whether a line is a heading: {@code 迎泽区创建“无疫社区”守护群众平安} is, a torn line of prose is not. */
final class Headings {
    private static final int LONGEST = 38;
    private static final int LONGEST_MARKED = 80;
    private static final int LONGEST_EXCLAIMED = 30;
    private static final int MOST_COMMAS = 2;
    private static final int MOST_ENUMERATED = 4;
    private static final int WITHIN = 30;
    private static final int LONGEST_DAY = 8;

    private static final String NEWS = "消息";
    private static final char NEWS_END = '息';
    private static final String NUMERALS = "0123456789一二三四五六七八九十";
    private static final String NUMBER_ENDS = "．.、）)";

    private final WordList openings;
    private final WordList wires;
    private final WordList items;
    private final WordList captions;

    Headings(Words printing) {
        openings = printing.list("opening");
        captions = printing.list("caption");
        wires = printing.list("wire");
        items = printing.list("item");
    }

    /** Whether the text, spaces aside, may be a heading: short, no sentence, no end of one. */
    boolean looksLike(CleanText text, int level) {
        int content = text.contentUpTo((level > 0 ? LONGEST_MARKED : LONGEST) + 1);
        if (level > 0) {
            return content <= LONGEST_MARKED;
        }
        if (content > LONGEST || content == 0 || text.has(Kinds.FULL_STOP) || opensCaption(text) || opensReport(text)) {
            return false;
        }
        char last = text.last();
        boolean exclaimed = "！？!?".indexOf(last) >= 0 && content <= LONGEST_EXCLAIMED;
        if (!exclaimed && (endsOpenly(last) || LineJoiner.endsSentence(text))) {
            return false;
        }
        int commas = commas(text);
        int enumerated = text.has(Kinds.ENUMERATION) ? text.countOf(Kinds.ENUMERATION) : 0;
        return commas + enumerated <= MOST_COMMAS || (commas == 0 && enumerated <= MOST_ENUMERATED);
    }

    private static boolean endsOpenly(char last) {
        return "，,、；;：".indexOf(last) >= 0;
    }

    /** How many commas and semicolons there are. */
    static int commas(CleanText text) {
        return text.has(Kinds.COMMA) ? text.countOf(Kinds.COMMA) : 0;
    }

    /** Whether a report begins here: {@code 本报讯 （记者郭娟 ）}, {@code 据新华社北京3月5日电}, {@code 8月8日小店区消息}. */
    boolean opensReport(CleanText text) {
        int end = Math.min(text.length(), WITHIN);
        boolean possible = false;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if ((Kinds.of(c) & (Kinds.CONTENT | Kinds.SPACE)) == 0) {
                end = i;
            }
            possible |= openings.mayEnd(c) || c == NEWS_END;
        }
        return possible && opensReport(text, end);
    }

    private boolean opensReport(CleanText text, int end) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < end; i++) {
            if (Characters.isContent(text.charAt(i))) {
                head.append(text.charAt(i));
            }
        }
        String words = head.toString();
        for (String opening : openings.words()) {
            if (words.contains(opening)) {
                return true;
            }
        }
        return opensWithNews(words);
    }

    /** Whether the line begins as wires do, so that no line before it can go on with it: {@code 本报长沙8月9日讯}. */
    boolean opensWire(CleanText text) {
        return wires.start(text) > 0 && opensReport(text);
    }

    /** {@code 11月21日小店区消息}. */
    private static boolean opensWithNews(String words) {
        int news = words.indexOf(NEWS);
        return news > 0
                && words.indexOf('日') < news
                && words.indexOf('月') >= 0
                && words.indexOf('月') < words.indexOf('日')
                && Characters.isDigit(words.charAt(0));
    }

    /** Whether the line is an item of a list: it begins with a mark or a number of its own. */
    boolean opensItem(CleanText text) {
        return items.mayBegin(text.charAt(0));
    }

    /** {@code 1．}, {@code （二）}, {@code 三、}. */
    static boolean opensNumber(CleanText text) {
        int at = text.charAt(0) == '（' || text.charAt(0) == '(' ? 1 : 0;
        int start = at;
        while (at < text.length() && at - start < 3 && NUMERALS.indexOf(Characters.fold(text.charAt(at))) >= 0) {
            at++;
        }
        boolean marked = at > start && at + 1 < text.length() && NUMBER_ENDS.indexOf(text.charAt(at)) >= 0;
        return marked && !Characters.isDigit(text.charAt(at + 1));
    }

    /** Whether the text of a picture begins here: {@code 图为…}. */
    boolean opensCaption(CleanText text) {
        return captions.start(text) > 0;
    }

    /** Whether it may be a picture's text: it begins with its day ({@code 10月15日，…}) or says so. */
    boolean opensPicture(CleanText text) {
        return opensCaption(text) || opensWithDay(text);
    }

    private static boolean opensWithDay(CleanText text) {
        if (!Characters.isDigit(text.charAt(0))) {
            return false;
        }
        CleanText head = text.slice(0, Math.min(text.length(), LONGEST_DAY));
        int day = head.indexOf('日', 0);
        return day > 0 && head.indexOf('月', 0) < day;
    }

    /** Whether the text speaks of its picture anywhere. */
    boolean namesPicture(CleanText text) {
        String whole = text.toString();
        return captions.words().stream().anyMatch(whole::contains);
    }
}
