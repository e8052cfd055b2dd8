/** A broker and a database in this JVM, for the demo and the tests: real Kafka, real PostgreSQL, on 127.0.0.1 only. */
@NullMarked
package org.broadsheet.embedded;

import org.jspecify.annotations.NullMarked;
