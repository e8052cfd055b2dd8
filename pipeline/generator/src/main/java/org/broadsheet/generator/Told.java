package org.broadsheet.generator;

import java.util.List;

/** What must become of a record. */
public sealed interface Told {
    /**
     * A page, with what was written into it.
     *
     * @param key of the page
     * @param corrected how many corrections were made of this revision
     * @param content SHA-256 of value and headers
     * @param published in epoch days
     * @param home six-digit code; 0 where nobody says
     * @param paragraphs and headlines, copies counted
     * @param repeated paragraphs that are copies as a whole
     * @param removed copies of clauses, sentences and paragraphs
     * @param mentions in the order of the page
     */
    record Printed(
            String key,
            long revision,
            long corrected,
            String content,
            String source,
            int published,
            int home,
            int paragraphs,
            int repeated,
            int removed,
            List<KnownMention> mentions)
            implements Told {
        @Override
        public String line() {
            return String.join(
                    "|",
                    key,
                    Long.toString(revision),
                    content,
                    "f",
                    source,
                    Days.iso(published),
                    Integer.toString(home),
                    Integer.toString(paragraphs),
                    Integer.toString(paragraphs - repeated),
                    Integer.toString(repeated),
                    Long.toString(corrected));
        }
    }

    /** The page of this key is taken back. */
    record Withdrawn(String key, long revision, String content) implements Told {
        @Override
        public String line() {
            return String.join("|", key, Long.toString(revision), content, "t||", "0|0|0|0|0");
        }
    }

    /**
     * No page.
     *
     * @param reason as in the dead letter: {@code not-text}
     */
    record Refused(String reason) implements Told {
        @Override
        public String line() {
            return reason;
        }
    }

    /**
     * In one line: page key, revision, content, withdrawn, source, published, home, paragraphs, kept, repeated, corrected; of what
     * is no page the reason.
     */
    String line();
}
