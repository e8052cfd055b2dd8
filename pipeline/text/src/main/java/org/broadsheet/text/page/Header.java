package org.broadsheet.text.page;

/** One header of a record, as bytes: {@code source} = {@code 太原晚报} in UTF-8. */
public record Header(String name, byte[] value) {}
