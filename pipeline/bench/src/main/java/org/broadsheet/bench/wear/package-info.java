/** Wears clean text as recognisers and column setting do, by seed, and says exactly what was done. */
@NullMarked
package org.broadsheet.bench.wear;

import org.jspecify.annotations.NullMarked;
