/** Settings: typed, read once, checked together. */
@NullMarked
package org.broadsheet.job.settings;

import org.jspecify.annotations.NullMarked;
