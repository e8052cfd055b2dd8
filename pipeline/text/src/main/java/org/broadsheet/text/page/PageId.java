package org.broadsheet.text.page;

/**
 * Which content of which page: of those sent under one key the greatest by (revision, content) holds.
 *
 * @param key {@code 太原晚报/2022-11-22/003}, or 64 hexadecimal digits where none was sent
 * @param revision from the header, else 0
 * @param content SHA-256 of value and headers, 64 lower-case hexadecimal digits
 */
public record PageId(String key, long revision, String content) implements Comparable<PageId> {
    /** By key, then revision, then content. */
    @Override
    public int compareTo(PageId other) {
        int byKey = key.compareTo(other.key);
        if (byKey != 0) {
            return byKey;
        }
        int byRevision = Long.compare(revision, other.revision);
        return byRevision != 0 ? byRevision : content.compareTo(other.content);
    }
}
