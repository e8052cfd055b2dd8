package org.broadsheet.text;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that an editor may change, as they are: they travel inside the job, so that a cluster needs none of them.
 *
 * @param metrics the text of {@code metrics.yaml}
 * @param sources the text of {@code sources.yaml}
 */
public record TextRules(String metrics, String sources) implements Serializable {
    /**
     * Reads both files.
     *
     * @throws IOException where one of them cannot be read
     */
    public static TextRules read(Path metrics, Path sources) throws IOException {
        return new TextRules(
                Files.readString(metrics, StandardCharsets.UTF_8), Files.readString(sources, StandardCharsets.UTF_8));
    }
}
