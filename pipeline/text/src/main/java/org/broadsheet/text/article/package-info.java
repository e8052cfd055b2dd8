/** From a page to clean articles: lines joined, headlines found, repeats removed. */
@NullMarked
package org.broadsheet.text.article;

import org.jspecify.annotations.NullMarked;
