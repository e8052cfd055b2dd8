/** Thin operators: each asks a class of {@code pipeline/text} and keeps its state. */
@NullMarked
package org.broadsheet.job.operators;

import org.jspecify.annotations.NullMarked;
