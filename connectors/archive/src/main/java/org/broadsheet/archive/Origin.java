package org.broadsheet.archive;

import java.util.function.Consumer;

/**
 * Where files come from: the folder or archive, its manifests, and who wants to hear of what was skipped.
 *
 * @param shown before a file's name for a person: {@code 存档/太原晚报.zip!/}
 * @param manifests of this folder or archive
 * @param unreadable told of each file that is skipped
 */
record Origin(String shown, Manifests manifests, Consumer<UnreadableFile> unreadable) {
    /** A page, named from here. */
    PageFile page(String file, byte[] content) {
        return new PageFile(shown + file, content, manifests.entry(file), null);
    }

    /** A page on a line, which may name itself. */
    PageFile line(String file, byte[] content) {
        return new PageFile(shown + file, content, manifests.entry(file), LineKey.of(content));
    }

    /** Says that a file was skipped. */
    void skip(String file, String why) {
        unreadable.accept(new UnreadableFile(shown + file, why));
    }
}
