package org.broadsheet.bench.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints two to six reports as a page the way recognisers and press systems hand them over: headlines over their bodies,
 * under them, or with Markdown marks; bylines over, in or under the text; pictures' texts between; whole paragraphs or
 * lines of a column, set in or not. The same seed gives the same page. Thread-safe.
 */
public final class PagePrinter {
    private static final String NEVER_FIRST = "，。、；：！？”’」』》〉）)】,.;:!?%％";
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
    private static final String[] GIVEN_NAMES = "伟 芳 娜 敏 静 丽 强 磊 洋 艳 勇 杰 娟 涛 秀兰 建国 志强 海燕 晓东 文博".split(" ");
    private static final int NARROWEST = 14;
    private static final int WIDTHS = 13;

    private enum Headlines {
        OVER,
        UNDER,
        MARKED
    }

    private enum Byline {
        IN_TEXT,
        OVER,
        SIGNED,
        NONE
    }

    /** @param columns Han characters a line; 0 for whole paragraphs */
    private record Layout(
            Headlines headlines, Byline byline, int columns, boolean setIn, boolean spacedOut, boolean airy) {
        private String name() {
            String lines = columns == 0 ? "whole paragraphs" : "in lines";
            return switch (headlines) {
                case OVER -> "headlines over, " + lines;
                case UNDER -> "headlines under, " + lines;
                case MARKED -> "Markdown, " + lines;
            };
        }
    }

    /** Prints some of the reports, drawn by the seed. */
    public PrintedPage print(List<Report> reports, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Layout layout = layout(random);
        StringBuilder page = new StringBuilder();
        if (random.nextBoolean()) {
            page.append("2021年3月%d日 星期三 责编 %s 版式 %s%n%n".formatted(1 + random.nextInt(28), name(random), name(random)));
        }
        List<PrintedPage.Printed> printed = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Report report = reports.get(random.nextInt(reports.size()));
            printed.add(print(report, layout, random, page));
            if (random.nextInt(4) == 0) {
                page.append("图为").append(report.headline()).append("现场。本报记者 ");
                page.append(name(random)).append(" 摄\n\n");
            }
        }
        return new PrintedPage(page.toString(), layout.name(), printed);
    }

    private static Layout layout(Random random) {
        Headlines headlines = Headlines.values()[random.nextInt(3)];
        Byline byline = Byline.values()[random.nextInt(4)];
        int columns = random.nextInt(3) == 0 ? 0 : NARROWEST + random.nextInt(WIDTHS);
        boolean setIn = random.nextBoolean();
        boolean spacedOut = headlines != Headlines.MARKED && random.nextInt(3) == 0;
        boolean airy = columns == 0 || !setIn || random.nextInt(4) > 0;
        return new Layout(headlines, byline, columns, setIn, spacedOut, airy);
    }

    private static PrintedPage.Printed print(Report report, Layout layout, Random random, StringBuilder page) {
        String name = name(random);
        if (layout.headlines() != Headlines.UNDER) {
            printHeadline(report, layout, name, page);
        }
        int before = page.length();
        int count = report.paragraphs().size();
        int end = before;
        for (int i = 0; i < count; i++) {
            String paragraph = report.paragraphs().get(i);
            if (i == 0 && layout.byline() == Byline.IN_TEXT) {
                paragraph = "本报讯（记者 " + name + "）" + paragraph;
            }
            if (i == count - 1 && layout.byline() == Byline.SIGNED) {
                paragraph = paragraph + "（记者 " + name + "）";
            }
            setLines(paragraph, layout, page);
            end = page.length() - 1;
            page.append(layout.airy() || i == count - 1 ? "\n" : "");
        }
        if (layout.headlines() == Headlines.UNDER) {
            printHeadline(report, layout, name, page);
        }
        return new PrintedPage.Printed(report.headline(), before + (layout.setIn() ? 2 : 0), end);
    }

    private static void printHeadline(Report report, Layout layout, String name, StringBuilder page) {
        page.append(layout.headlines() == Headlines.MARKED ? "## " : "");
        page.append(layout.spacedOut() ? String.join(" ", report.headline().split("")) : report.headline());
        page.append("\n\n");
        if (layout.byline() == Byline.OVER) {
            page.append("本报记者 ").append(name).append("\n\n");
        }
    }

    private static void setLines(String paragraph, Layout layout, StringBuilder page) {
        page.append(layout.setIn() ? "　　" : "");
        int width = layout.setIn() ? 4 : 0;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            int next = c < 0x80 ? 1 : 2;
            boolean full = layout.columns() > 0 && width + next > layout.columns() * 2;
            if (full && NEVER_FIRST.indexOf(c) < 0) {
                page.append('\n');
                width = 0;
            }
            page.append(c);
            width += next;
        }
        page.append('\n');
    }

    private static String name(Random random) {
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN_NAMES[random.nextInt(GIVEN_NAMES.length)];
    }
}
