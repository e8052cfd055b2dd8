/** The tables: their shape, what writes them once per completed checkpoint, and what checks them. */
@NullMarked
package org.broadsheet.postgres;

import org.jspecify.annotations.NullMarked;
