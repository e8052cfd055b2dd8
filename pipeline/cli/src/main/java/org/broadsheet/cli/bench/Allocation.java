package org.broadsheet.cli.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * How many bytes this process has allocated on its heap, read off its collections: what was there before one less what the one before
 * had left. Between two collections it is taken for even. Thread-safe.
 */
final class Allocation implements AutoCloseable {
    private final ConcurrentSkipListMap<Long, Long> allocatedAt = new ConcurrentSkipListMap<>();
    private final NotificationListener listener = this::hear;
    private final List<NotificationEmitter> heard = new ArrayList<>();
    private long allocated;
    private long left;

    private Allocation() {
        left = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        allocatedAt.put(System.nanoTime(), 0L);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                heard.add(emitter);
            }
        }
    }

    /** Counts from now on. */
    static Allocation begin() {
        return new Allocation();
    }

    /** Bytes allocated between two moments of {@link System#nanoTime}; the later one may not be much behind the last collection. */
    long between(long begun, long ended) {
        return at(ended) - at(begun);
    }

    private long at(long time) {
        Map.Entry<Long, Long> before = allocatedAt.floorEntry(time);
        Map.Entry<Long, Long> after = allocatedAt.ceilingEntry(time);
        if (before == null || after == null) {
            Map.Entry<Long, Long> only = before == null ? after : before;
            return only == null ? 0 : only.getValue();
        }
        long span = after.getKey() - before.getKey();
        double share = span == 0 ? 0 : (time - before.getKey()) / (double) span;
        return before.getValue() + Math.round(share * (after.getValue() - before.getValue()));
    }

    private synchronized void hear(Notification notification, Object nothing) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GcInfo info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcInfo();
        allocated += Math.max(0, heap(info.getMemoryUsageBeforeGc()) - left);
        left = heap(info.getMemoryUsageAfterGc());
        allocatedAt.put(System.nanoTime(), allocated);
    }

    private static long heap(Map<String, MemoryUsage> pools) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(pool -> pools.get(pool.getName()))
                .filter(java.util.Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : heard) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException gone) {
                throw new IllegalStateException("it was added when this began", gone);
            }
        }
    }
}
