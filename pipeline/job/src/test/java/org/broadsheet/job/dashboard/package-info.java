/** The dashboards without Grafana: what their panels ask and what comes back. */
@NullMarked
package org.broadsheet.job.dashboard;

import org.jspecify.annotations.NullMarked;
