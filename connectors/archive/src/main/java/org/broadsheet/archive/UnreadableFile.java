package org.broadsheet.archive;

/**
 * A file that was skipped, and why: {@code 太原晚报.zip!/照片.zip}, {@code an archive inside an archive}.
 *
 * @param name as {@link PageFile#name()}
 * @param why for a person, without a full stop
 */
public record UnreadableFile(String name, String why) {}
