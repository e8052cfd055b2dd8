@NullMarked
package org.broadsheet.generator;

import org.jspecify.annotations.NullMarked;
