/** Faults by a seed, for an installation whose every part is a process of its own. */
@NullMarked
package org.broadsheet.cli.chaos;

import org.jspecify.annotations.NullMarked;
