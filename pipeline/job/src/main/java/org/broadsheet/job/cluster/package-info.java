/** Flink clusters elsewhere, seen over their REST interface. */
@NullMarked
package org.broadsheet.job.cluster;

import org.jspecify.annotations.NullMarked;
