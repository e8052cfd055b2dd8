/** What the text stage costs and how well it mends: benchmarks and measurements over worn pages. */
@NullMarked
package org.broadsheet.bench;

import org.jspecify.annotations.NullMarked;
