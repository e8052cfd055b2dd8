package org.broadsheet.archive;

import java.util.Locale;

/** What a file is by its name: {@code 太原晚报.ZIP} is an archive, {@code 003.txt} a page. */
enum FileKind {
    ZIP,
    TAR,
    COMPRESSED_TAR,
    LINES,
    COMPRESSED_LINES,
    /** Not meant as a page: what macOS and Windows leave in folders, hidden files, labels, manifests not in use. */
    ASIDE,
    PAGE;

    static FileKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String base = Manifest.baseName(lower);
        if (base.startsWith(".")
                || lower.contains("__macosx/")
                || base.equals("thumbs.db")
                || base.equals("desktop.ini")
                || base.endsWith(".mentions.jsonl")) {
            return ASIDE;
        }
        if (base.endsWith(".zip")) {
            return ZIP;
        }
        if (base.endsWith(".tar")) {
            return TAR;
        }
        if (base.endsWith(".tar.gz") || base.endsWith(".tgz")) {
            return COMPRESSED_TAR;
        }
        if (base.endsWith(".jsonl")) {
            return LINES;
        }
        return base.endsWith(".jsonl.gz") ? COMPRESSED_LINES : PAGE;
    }
}
