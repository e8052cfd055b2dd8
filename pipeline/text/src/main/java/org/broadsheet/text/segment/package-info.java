/** The words of a stretch of text and what sort of word each is. */
@NullMarked
package org.broadsheet.text.segment;

import org.jspecify.annotations.NullMarked;
