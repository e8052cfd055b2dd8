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
        try {
            return state.get(key);
        } catch (Exception outage) {
            throw unreachable(outage);
        }
    }

    @Override
    public void put(K key, V value) {
        try {
            state.put(key, value);
        } catch (Exception outage) {
            throw unreachable(outage);
        }
    }

    @Override
    public void remove(K key) {
        try {
            state.remove(key);
        } catch (Exception outage) {
            throw unreachable(outage);
        }
    }

    private static IllegalStateException unreachable(Exception outage) {
        return new IllegalStateException("the state cannot be reached: " + outage.getMessage(), outage);
    }
}
