package org.broadsheet.text.fact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state that a keyed step is lent for the key at hand: a map that outlives the call. In the job it is Flink's map
 * state, in a test a {@link TreeMap}.
 */
public interface Cells<K, V> {
    /** The value of a key, or null. */
    @Nullable
    V get(K key);

    void put(K key, V value);

    void remove(K key);

    /** The keys that have a value; what is changed meanwhile does not matter. */
    List<K> keys();

    /** Cells over a plain map. */
    static <K, V> Cells<K, V> over(Map<K, V> map) {
        return new Cells<>() {
            @Override
            public @Nullable V get(K key) {
                return map.get(key);
            }

            @Override
            public void put(K key, V value) {
                map.put(key, value);
            }

            @Override
            public void remove(K key) {
                map.remove(key);
            }

            @Override
            public List<K> keys() {
                return List.copyOf(map.keySet());
            }
        };
    }
}
