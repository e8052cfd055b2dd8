/** From mentions to facts: what flows between the keyed steps, and the steps. */
@NullMarked
package org.broadsheet.text.fact;

import org.jspecify.annotations.NullMarked;
