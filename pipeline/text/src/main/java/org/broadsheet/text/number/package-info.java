/** Chinese and Arabic numerals, exact. */
@NullMarked
package org.broadsheet.text.number;

import org.jspecify.annotations.NullMarked;
