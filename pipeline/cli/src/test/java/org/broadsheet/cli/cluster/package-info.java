/** A cluster of processes on 127.0.0.1 for tests: broker, job manager and task managers that can be killed. */
@NullMarked
package org.broadsheet.cli.cluster;

import org.jspecify.annotations.NullMarked;
