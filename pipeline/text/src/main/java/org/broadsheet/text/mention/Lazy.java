package org.broadsheet.text.mention;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is found out when it is asked for the first time. Not thread-safe. */
final class Lazy<T extends @Nullable Object> {
    private @Nullable Supplier<T> finder;
    private @Nullable T value;

    Lazy(Supplier<T> finder) {
        this.finder = finder;
    }

    @SuppressWarnings("NullAway") // null is one of the values of a nullable T
    T get() {
        Supplier<T> unasked = finder;
        if (unasked != null) {
            finder = null;
            value = unasked.get();
        }
        return value;
    }
}
