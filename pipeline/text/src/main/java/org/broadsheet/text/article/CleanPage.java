package org.broadsheet.text.article;

import java.util.List;

/**
 * A page split into articles, repeats removed. Law: paragraphs = kept + repeated.
 *
 * @param paragraphs paragraphs found, before repeats were removed
 * @param kept paragraphs that stayed, whole or in part
 * @param repeated paragraphs of which nothing stayed
 */
public record CleanPage(List<Article> articles, List<Repeat> repeats, int paragraphs, int kept, int repeated) {}
