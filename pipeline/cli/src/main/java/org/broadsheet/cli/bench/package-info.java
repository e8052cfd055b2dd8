/** What {@code bench run} measures with: the job's own graph between a broker beside it and outlets that count. */
@NullMarked
package org.broadsheet.cli.bench;

import org.jspecify.annotations.NullMarked;
