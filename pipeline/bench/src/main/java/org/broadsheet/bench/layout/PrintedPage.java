package org.broadsheet.bench.layout;

import java.util.List;

/**
 * A page put together, and what stands in it.
 *
 * @param layout how it was set: {@code headlines under, in lines}
 */
public record PrintedPage(String text, String layout, List<Printed> reports) {
    public PrintedPage {
        reports = List.copyOf(reports);
    }

    /**
     * Where a report stands in the page.
     *
     * @param start offset of the first character of its body, UTF-16
     * @param end offset behind the last character of its body, and of the signature that may stand there
     */
    public record Printed(String headline, int start, int end) {}
}
