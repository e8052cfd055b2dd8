package org.broadsheet.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The time and what this process has used of the processors so far, both in nanoseconds. */
record Clocks(long time, long processor) {
    static Clocks now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Clocks(System.nanoTime(), system.getProcessCpuTime());
    }
}
