/** The report: a page of charts, 迎泽区有多少核酸检测点, that opens the sentence behind each figure. */
@NullMarked
package org.broadsheet.cli.report;

import org.jspecify.annotations.NullMarked;
