/** Tests against a real database. */
@NullMarked
package org.broadsheet.postgres;

import org.jspecify.annotations.NullMarked;
