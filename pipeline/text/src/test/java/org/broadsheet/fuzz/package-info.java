/** Hostile input by seed, for every door; other modules have it as a test-jar. */
@NullMarked
package org.broadsheet.fuzz;

import org.jspecify.annotations.NullMarked;
