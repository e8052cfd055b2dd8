/** From clean articles to mentions: quantity, region, day, scope. */
@NullMarked
package org.broadsheet.text.mention;

import org.jspecify.annotations.NullMarked;
