/** From the bytes of a record to a page: envelope, encoding, identity. */
@NullMarked
package org.broadsheet.text.page;

import org.jspecify.annotations.NullMarked;
