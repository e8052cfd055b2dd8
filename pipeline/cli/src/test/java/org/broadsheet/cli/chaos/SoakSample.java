package org.broadsheet.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.broadsheet.cli.cluster.JavaProcess;

/**
 * What a task manager takes at a moment of a long feed.
 *
 * @param second since the beginning
 * @param pages sent so far
 * @param waiting pages without rows
 * @param latency milliseconds from a page's being safe on the broker to its row
 * @param heap bytes in use after a collection
 * @param resident bytes of the process
 * @param files open file handles
 * @param threads of the process
 * @param state bytes of the last checkpoint
 */
record SoakSample(
        long second,
        long pages,
        long waiting,
        long latency,
        long heap,
        long resident,
        long files,
        long threads,
        long state) {
    static final String HEADER = "second,pages,waiting,latency_ms,heap_bytes,resident_bytes,files,threads,state_bytes";
    private static final long KIBIBYTE = 1024;

    /** Looks at the process, after a collection. */
    static SoakSample of(JavaProcess process, long second, long pages, long waiting, long latency, long state)
            throws IOException, InterruptedException {
        jcmd(process.pid(), "GC.run");
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        return new SoakSample(
                second,
                pages,
                waiting,
                latency,
                heap(jcmd(process.pid(), "GC.heap_info")),
                number(status, "VmRSS:") * KIBIBYTE,
                handles(process.pid()),
                number(status, "Threads:"),
                state);
    }

    /** The sum of what the generations of the serial collector have in use: {@code total 9792K, used 5219K}. */
    private static long heap(List<String> information) {
        return information.stream()
                        .filter(line -> line.contains("generation") && line.contains("used"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")))
                        .sum()
                * KIBIBYTE;
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static long handles(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.count();
        }
    }

    private static List<String> jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        jcmd.waitFor();
        return lines;
    }

    /** As a line of the table. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%d,%d,%d,%d",
                second,
                pages,
                waiting,
                latency,
                heap,
                resident,
                files,
                threads,
                state);
    }
}
