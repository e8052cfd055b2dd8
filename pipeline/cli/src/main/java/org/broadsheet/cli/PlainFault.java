package org.broadsheet.cli;

/** A fault that one plain sentence tells: no stack trace helps the person at the terminal. */
final class PlainFault extends RuntimeException {
    PlainFault(String sentence) {
        super(sentence);
    }

    PlainFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
