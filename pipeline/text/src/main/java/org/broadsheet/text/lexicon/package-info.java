/** Words of the language and how they are found in a text. */
@NullMarked
package org.broadsheet.text.lexicon;

import org.jspecify.annotations.NullMarked;
