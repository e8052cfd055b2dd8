package org.broadsheet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * A place where bytes come in that others made: the door {@code manifest} with its corpus in {@code src/test/resources/fuzz/manifest}
 * of the module. First the corpus as it is, then mutations of it: some thousand in the build, and with {@code
 * -Dbroadsheet.fuzz.minutes=10} or {@code -Dbroadsheet.fuzz.inputs=10000000} for so long or until so many. {@code
 * -Dbroadsheet.fuzz.seed=7} gives others.
 */
public final class Door {
    private static final int CASES = 2000;
    private static final long SEED = 41;

    private final String name;
    private final List<byte[]> corpus;
    private final List<String> pieces;
    private long inputs;
    private long longest;
    private byte[] slowest = {};

    private Door(String name, List<byte[]> corpus, List<String> pieces) {
        this.name = name;
        this.corpus = corpus;
        this.pieces = pieces;
    }

    /** What an input is given to. */
    public interface Taker {
        /** Fails where the input does something that it must not. */
        void take(byte[] input) throws Exception;
    }

    /**
     * A door with the corpus of the module that the tests are run in.
     *
     * @param pieces what is put in between
     * @throws IOException where there is no corpus
     */
    public static Door of(String name, String... pieces) throws IOException {
        return new Door(name, files(Path.of("src/test/resources/fuzz", name)), List.of(pieces));
    }

    /** A door with a corpus from elsewhere. */
    public static Door of(String name, List<byte[]> corpus, List<String> pieces) {
        return new Door(name, corpus, pieces);
    }

    /** The files of a folder, by name. */
    public static List<byte[]> files(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            List<byte[]> files = new ArrayList<>();
            for (Path file : listed.sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
            return files;
        }
    }

    /**
     * Goes on as long as the properties say.
     *
     * @throws IOException where an input that failed cannot be kept
     */
    public void push(Taker taker) throws IOException {
        for (byte[] input : corpus) {
            take(input, taker);
        }
        long end = System.nanoTime() + Long.getLong("broadsheet.fuzz.minutes", 0) * 60_000_000_000L;
        long wanted = Math.max(CASES, Long.getLong("broadsheet.fuzz.inputs", 0));
        LongPredicate goesOn = done -> done < wanted || System.nanoTime() < end;
        Mutator mutator = new Mutator(corpus, pieces, Long.getLong("broadsheet.fuzz.seed", SEED));
        while (goesOn.test(inputs)) {
            take(mutator.next(), taker);
        }
        System.out.printf(
                Locale.ROOT,
                "door %s: %d inputs; the slowest took %d us of CPU: %d bytes%n",
                name,
                inputs,
                longest / 1000,
                slowest.length);
    }

    private void take(byte[] input, Taker taker) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            taker.take(input.clone());
        } catch (Exception | StackOverflowError | AssertionError broken) {
            Path kept = Files.createDirectories(Path.of("target/fuzz")).resolve(name + "-" + inputs);
            Files.write(kept, input);
            throw new AssertionError(
                    "Input " + inputs + " of the door " + name + " breaks it; it is kept in " + kept.toAbsolutePath()
                            + " and belongs into src/test/resources/fuzz/" + name + ": " + beginning(input),
                    broken);
        }
        inputs++;
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        if (taken > longest) {
            longest = taken;
            slowest = input;
        }
    }

    private static String beginning(byte[] input) {
        return new String(input, 0, Math.min(200, input.length), UTF_8).replace("\n", "\\n");
    }
}
