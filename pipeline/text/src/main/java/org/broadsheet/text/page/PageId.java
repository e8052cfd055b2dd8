package org.broadsheet.text.page;

/**
 * Which content of which page: of those sent under one key the greatest by (revision, corrected, content) holds.
 *
 * @param key {@code 太原晚报/2022-11-22/003}, or 64 hexadecimal digits where none was sent
 * @param revision from the header, else 0
 * @param corrected how many corrections were made of this revision, undoing included; 0 where none was
 * @param content SHA-256 of value and headers, 64 lower-case hexadecimal digits
 */
public record PageId(String key, long revision, long corrected, String content) implements Comparable<PageId> {
    /** A content that nobody has corrected. */
    public PageId(String key, long revision, String content) {
        this(key, revision, 0, content);
    }

    /** By key, then revision, then corrections, then content. */
    @Override
    public int compareTo(PageId other) {
        int byKey = key.compareTo(other.key);
        if (byKey != 0) {
            return byKey;
        }
        int byRevision = Long.compare(revision, other.revision);
        if (byRevision != 0) {
            return byRevision;
        }
        int byCorrections = Long.compare(corrected, other.corrected);
        return byCorrections != 0 ? byCorrections : content.compareTo(other.content);
    }
}
