package org.broadsheet.text.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads off the text itself who printed it and when: {@code 太原晚报 2022年11月22日 星期二 第3版}.
 *
 * <p>A masthead is a short line among the first or last of the page; a dateline is the beginning of a paragraph with
 * {@code 讯} or {@code 电}: {@code 本报2022年11月22日讯}, {@code 本报讯 2021年1月19日0—24时}.
 *
 * @param source the paper, or null where the text does not say
 * @param published in epoch days, or null where the text does not say
 */
record Masthead(@Nullable String source, @Nullable Integer published) {
    /** The text was not asked. */
    static final Masthead NONE = new Masthead(null, null);

    private static final int LINES_AT_EACH_END = 12;
    private static final int LONGEST_MASTHEAD = 80;
    private static final int LONGEST_DATELINE = 40;

    static Masthead of(String text, Sources sources) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        String source = null;
        Integer published = null;
        for (int i = 0; i < lines.size(); i++) {
            boolean atAnEnd = i < LINES_AT_EACH_END || i >= lines.size() - LINES_AT_EACH_END;
            String line = lines.get(i);
            if (!atAnEnd || line.length() > LONGEST_MASTHEAD || line.indexOf('。') >= 0) {
                continue;
            }
            Integer day = FullDays.first(line, 0, line.length());
            String paper = paperIn(line, sources);
            boolean alone = paper != null && line.replace(" ", "").equals(paper);
            source = source == null && (day != null || alone) ? paper : source;
            published = published == null ? day : published;
        }
        return new Masthead(source, published == null ? dateline(lines) : published);
    }

    private static @Nullable String paperIn(String line, Sources sources) {
        String bare = line.replace(" ", "").replace("\u3000", "");
        for (String name : sources.names()) {
            if (bare.contains(name)) {
                return sources.find(name).map(Sources.Paper::name).orElse(name);
            }
        }
        return null;
    }

    /** The latest of the days in the datelines, or null. */
    private static @Nullable Integer dateline(List<String> lines) {
        Integer latest = null;
        for (String line : lines) {
            int end = Math.min(line.length(), LONGEST_DATELINE);
            String opening = line.substring(0, end);
            if (opening.indexOf('讯') < 0 && opening.indexOf('电') < 0) {
                continue;
            }
            Integer day = FullDays.first(opening, 0, end);
            if (day != null && (latest == null || day > latest)) {
                latest = day;
            }
        }
        return latest;
    }
}
