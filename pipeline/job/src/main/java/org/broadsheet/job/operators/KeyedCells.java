package org.broadsheet.job.operators;

import org.apache.flink.api.common.state.MapState;
import org.broadsheet.text.fact.Cells;
import org.jspecify.annotations.Nullable;

/** The cells of the key at hand in Flink's map state. */
final class KeyedCells<K, V> implements Cells<K, V> {
    private final MapState<K, V> state;

    KeyedCells(MapState<K, V> state) {
        this.state = state;
    }

    @Override
    public @Nullable V get(K key) {
        return call(() -> state.get(key));
    }

    @Override
    public void put(K key, V value) {
        call(() -> {
            state.put(key, value);
            return null;
        });
    }

    @Override
    public void remove(K key) {
        call(() -> {
            state.remove(key);
            return null;
        });
    }

    private interface Access<T extends @Nullable Object> {
        T run() throws Exception;
    }

    private static <T extends @Nullable Object> T call(Access<T> access) {
        try {
            return access.run();
        } catch (Exception outage) {
            throw new IllegalStateException("the state cannot be reached: " + outage.getMessage(), outage);
        }
    }
}
