package org.broadsheet.cli.chaos;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What befalls an installation, one after the other; the same seed gives the same.
 *
 * @param seed of this run
 * @param parallelism of the job
 * @param backend {@code heap} or {@code rocksdb}
 * @param strokes in their order
 */
record Schedule(long seed, int parallelism, String backend, List<Stroke> strokes) {
    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int MOST_PARALLELISM = 3;
    private static final int MOST_PAUSE = 4_000;
    private static final int MOST_HOLD = 4_000;

    /**
     * A fault.
     *
     * @param recovered whether the job has to write rows again before; else it may be met while it starts
     * @param pause milliseconds before it
     * @param hold milliseconds that it goes on
     */
    record Stroke(Fault fault, boolean recovered, int pause, int hold) {}

    /** So many faults by a seed. */
    static Schedule of(long seed, int faults) {
        SplittableRandom random = new SplittableRandom(seed);
        int parallelism = 1 + random.nextInt(MOST_PARALLELISM);
        String backend = random.nextBoolean() ? "heap" : "rocksdb";
        List<Stroke> strokes = IntStream.range(0, faults)
                .mapToObj(number -> new Stroke(
                        FAULTS.get(random.nextInt(FAULTS.size())),
                        number == 0 || random.nextBoolean(),
                        random.nextInt(MOST_PAUSE),
                        random.nextInt(MOST_HOLD)))
                .toList();
        return new Schedule(seed, parallelism, backend, strokes);
    }
}
