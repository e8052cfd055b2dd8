/** The catalogue: what is counted, in which unit, by which nouns. */
@NullMarked
package org.broadsheet.text.metric;

import org.jspecify.annotations.NullMarked;
