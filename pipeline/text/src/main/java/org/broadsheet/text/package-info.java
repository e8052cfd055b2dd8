/** The text stage as one: rules in, and of each record what was made of it. */
@NullMarked
package org.broadsheet.text;

import org.jspecify.annotations.NullMarked;
