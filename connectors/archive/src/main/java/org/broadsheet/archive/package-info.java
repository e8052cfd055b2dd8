/** Page files where people keep them: in folders, zip and tar archives and JSON lines, with their manifests. */
@NullMarked
package org.broadsheet.archive;

import org.jspecify.annotations.NullMarked;
