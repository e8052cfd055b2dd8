/** What the report shows, and what a browser makes of it: 迎泽区 795, and its sentence. */
@NullMarked
package org.broadsheet.cli.report;

import org.jspecify.annotations.NullMarked;
