/** Puts reports together to pages, headlines over or under them, and knows where each begins and ends. */
@NullMarked
package org.broadsheet.bench.layout;

import org.jspecify.annotations.NullMarked;
