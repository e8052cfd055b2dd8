/** How well mentions agree with labels. */
@NullMarked
package org.broadsheet.text.score;

import org.jspecify.annotations.NullMarked;
