package org.broadsheet.text.page;

/**
 * A page that could not be read, whole, with the reason.
 *
 * @param page as it came, with topic, partition and offset
 * @param detail what was found, for a person, at most 200 characters
 * @param rules version of the rules that rejected it
 */
public record DeadLetter(RawPage page, Stage stage, Reason reason, String detail, String rules) {}
