/** Page files as they come from all kinds of machines. */
@NullMarked
package org.broadsheet.archive;

import org.jspecify.annotations.NullMarked;
