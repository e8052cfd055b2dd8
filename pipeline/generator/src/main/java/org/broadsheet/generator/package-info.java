/** Archives of newspaper pages from a seed, of any size, and the tables that must come out of them. */
@NullMarked
package org.broadsheet.generator;

import org.jspecify.annotations.NullMarked;
