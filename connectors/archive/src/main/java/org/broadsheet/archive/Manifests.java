package org.broadsheet.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of one folder or archive: {@code 太原晚报/pages.jsonl} speaks of {@code 太原晚报/2022-11-22/003.txt}. The
 * one nearest to a file holds; one that was given by the caller holds before all.
 */
final class Manifests {
    private final @Nullable Manifest given;
    private final @Nullable Manifests outside;
    private final Map<String, Manifest> byFolder = new HashMap<>();

    Manifests(@Nullable Manifest given) {
        this(given, null);
    }

    private Manifests(@Nullable Manifest given, @Nullable Manifests outside) {
        this.given = given;
        this.outside = outside;
    }

    /** Those of an archive in this folder: where it has none itself, these. */
    Manifests inside() {
        return new Manifests(given, this);
    }

    /** Whether to look for some. */
    boolean areSought() {
        return given == null;
    }

    /**
     * Adds one; the first of a folder holds.
     *
     * @param folder {@code 太原晚报}, the empty string for the outermost
     */
    void add(String folder, Manifest manifest) {
        byFolder.putIfAbsent(folder, manifest);
    }

    /** What they say of a file, named from the outermost folder. */
    @Nullable
    ManifestEntry entry(String file) {
        if (given != null) {
            return given.find(file).orElse(null);
        }
        for (String folder = folderOf(file); ; folder = folderOf(folder)) {
            @Nullable Manifest manifest = byFolder.get(folder);
            if (manifest != null) {
                Optional<ManifestEntry> entry =
                        manifest.find(folder.isEmpty() ? file : file.substring(folder.length() + 1));
                return entry.orElse(null);
            }
            if (folder.isEmpty()) {
                return outside == null ? null : outside.entry(file);
            }
        }
    }

    static String folderOf(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }
}
