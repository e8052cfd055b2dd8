/** Real servers, started and stopped. */
@NullMarked
package org.broadsheet.embedded;

import org.jspecify.annotations.NullMarked;
