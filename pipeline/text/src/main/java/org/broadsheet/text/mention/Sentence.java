package org.broadsheet.text.mention;

/**
 * A sentence that holds a mention.
 *
 * @param article index of its article
 * @param text clean text
 * @param start offset in the decoded page of its first character
 * @param end offset in the decoded page behind its last character
 */
public record Sentence(int article, String text, int start, int end) {}
