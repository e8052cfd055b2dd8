package org.broadsheet.text.article;

/** A paragraph of an article with its lines joined. */
public record Paragraph(Role role, CleanText text) {}
