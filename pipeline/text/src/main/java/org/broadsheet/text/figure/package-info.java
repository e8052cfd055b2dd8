/** From facts to the figures of counties, cities, provinces and the country. */
@NullMarked
package org.broadsheet.text.figure;

import org.jspecify.annotations.NullMarked;
