package org.broadsheet.postgres;

/**
 * What an article says: {@code 迎泽区：筑牢防线}, and its text without what was repeated.
 *
 * @param page name of the page's content as a UUID
 * @param index of the article in its page
 */
public record ArticleText(String page, int index, String headline, String text) {}
