/** The topics on a real broker. */
@NullMarked
package org.broadsheet.kafka;

import org.jspecify.annotations.NullMarked;
