package org.broadsheet.text.page;

/** What decoding made of bytes: a text, or what they are instead. */
sealed interface Decoding {
    /** A text, its byte-order mark taken off. */
    record Text(String text) implements Decoding {}

    /** No text: {@code NOT_TEXT}, {@code JPEG picture}. */
    record Refused(Reason reason, String detail) implements Decoding {}
}
