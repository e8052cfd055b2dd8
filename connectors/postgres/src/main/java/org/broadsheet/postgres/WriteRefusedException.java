package org.broadsheet.postgres;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** Writing would spoil the tables; the message says why and what to do. No restart mends it, so the job ends. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class WriteRefusedException extends IOException {
    WriteRefusedException(String message) {
        super(message);
    }
}
