/** The job: settings, the graph on one page, and what connects it to its endpoints. */
@NullMarked
package org.broadsheet.job;

import org.jspecify.annotations.NullMarked;
