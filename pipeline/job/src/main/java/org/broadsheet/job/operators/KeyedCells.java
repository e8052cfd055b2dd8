package org.broadsheet.job.operators;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.broadsheet.text.fact.Cells;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the key at hand in Flink's state: cell 0 is a value of its own, since most keys have no other and a map
 * costs more than what would be in it.
 */
final class KeyedCells implements Cells<Long, byte[]> {
    private static final long ROOT = 0;

    private final ValueState<byte[]> root;
    private final MapState<Long, byte[]> others;

    private KeyedCells(ValueState<byte[]> root, MapState<Long, byte[]> others) {
        this.root = root;
        this.others = others;
    }

    /** The cells of that name. */
    static Cells<Long, byte[]> rooted(RuntimeContext context, String name) {
        return new KeyedCells(
                value(context, name),
                context.getMapState(new MapStateDescriptor<>(
                        name + "-cells", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)));
    }

    /** A value of packed bytes. */
    static ValueState<byte[]> value(RuntimeContext context, String name) {
        return context.getState(descriptor(name));
    }

    /** Of a value of packed bytes. */
    static ValueStateDescriptor<byte[]> descriptor(String name) {
        return new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    /** Keeps a value, or nothing. */
    static void keep(ValueState<byte[]> state, byte @Nullable [] bytes) throws java.io.IOException {
        if (bytes == null) {
            state.clear();
        } else {
            state.update(bytes);
        }
    }

    @Override
    public byte @Nullable [] get(Long key) {
        try {
            return key == ROOT ? root.value() : others.get(key);
        } catch (Exception outage) {
            throw unreachable(outage);
        }
    }

    @Override
    public void put(Long key, byte[] value) {
        try {
            if (key == ROOT) {
                root.update(value);
            } else {
                others.put(key, value);
            }
        } catch (Exception outage) {
            throw unreachable(outage);
        }
    }

    @Override
    public void remove(Long key) {
        try {
            if (key == ROOT) {
                root.clear();
            } else {
                others.remove(key);
            }
        } catch (Exception outage) {
            throw unreachable(outage);
        }
    }

    @Override
    public List<Long> keys() {
        try {
            List<Long> keys = new ArrayList<>();
            if (root.value() != null) {
                keys.add(ROOT);
            }
            others.keys().forEach(keys::add);
            return keys;
        } catch (Exception outage) {
            throw unreachable(outage);
        }
    }

    private static IllegalStateException unreachable(Exception outage) {
        return new IllegalStateException("the state cannot be reached: " + outage.getMessage(), outage);
    }
}
