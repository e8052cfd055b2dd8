/** The topics: pages in, figures and dead letters out. */
@NullMarked
package org.broadsheet.kafka;

import org.jspecify.annotations.NullMarked;
