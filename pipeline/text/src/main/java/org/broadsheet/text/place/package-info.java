/** The gazetteer and the places named in a text. */
@NullMarked
package org.broadsheet.text.place;

import org.jspecify.annotations.NullMarked;
