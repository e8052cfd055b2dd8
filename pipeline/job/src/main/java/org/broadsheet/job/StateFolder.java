package org.broadsheet.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadsheet.postgres.ShownCheckpoint;

/**
 * Where a job keeps its state: {@code 状态/5f0c…/chk-17} is a checkpoint of the job 5f0c…, {@code
 * 状态/savepoints/savepoint-5f0c-…} what a stop left.
 */
public record StateFolder(Path path) {
    /** Counts up whenever an older Broadsheet could not read what this one keeps. */
    private static final int FORMAT = 1;

    private static final int DEPTH = 3;
    /** Characters of a job's id in the name of its savepoints. */
    private static final int NAMED = 6;

    /** Where {@code stop} puts its savepoints. */
    public Path savepoints() {
        return path.toAbsolutePath().normalize().resolve("savepoints");
    }

    /**
     * The state from which a job goes on: the checkpoint or savepoint that was completed last. One that was begun and
     * not completed has no metadata yet and is passed over.
     *
     * @throws IOException where the folder is there and cannot be read
     */
    public Optional<Path> latest() throws IOException {
        return latest(StateFolder::isState);
    }

    /**
     * The state from which a job goes on with tables that show this checkpoint: the newest of the job that writes them; where
     * it has left none yet, the newest that is not older than they are. A job that was thought dead, woke and was refused may have
     * completed a checkpoint since, under a number that the tables have, too: it does not belong to them.
     *
     * @throws IOException where the folder is there and cannot be read
     */
    public Optional<Path> latest(ShownCheckpoint shown) throws IOException {
        Optional<Path> own = latest(state -> isState(state) && isOf(state, shown.job()));
        return own.isPresent() ? own : latest(state -> isState(state) && number(state) >= shown.checkpoint());
    }

    /**
     * The completed savepoint that a stop of this job left last: {@code 状态/savepoints/savepoint-5f0c12-9ab0} of 5f0c12….
     *
     * @throws IOException where the folder is there and cannot be read
     */
    public Optional<Path> savepointOf(String job) throws IOException {
        return latest(folder -> folder.getFileName().toString().startsWith(savepointName(job)));
    }

    private static String savepointName(String job) {
        return "savepoint-" + job.substring(0, Math.min(job.length(), NAMED)) + "-";
    }

    private static boolean isOf(Path state, String job) {
        return !job.isEmpty()
                && (state.getFileName().toString().startsWith(savepointName(job))
                        || state.resolveSibling("").getFileName().toString().equals(job));
    }

    /** Of a checkpoint; the name of a savepoint does not tell, and the tables refuse it where it is too old. */
    private static long number(Path state) {
        String name = state.getFileName().toString();
        return name.startsWith("chk-") ? Long.parseLong(name.substring("chk-".length())) : Long.MAX_VALUE;
    }

    /**
     * What is wrong where the state is of a version that is not known here, in plain words; empty where all is well.
     *
     * @throws IOException where the folder is there and cannot be read
     */
    public List<String> faults() throws IOException {
        if (latest().isEmpty() || !Files.exists(format())) {
            return List.of();
        }
        String found = Files.readString(format(), StandardCharsets.UTF_8).strip();
        if (found.equals(Integer.toString(FORMAT))) {
            return List.of();
        }
        return List.of(
                "The state in " + path + " is of version " + found + ", and this Broadsheet knows version " + FORMAT
                        + ": use the Broadsheet that wrote it, or fill a new generation from all pages (run --generation 2).");
    }

    /**
     * Notes of which version the states are that a job is about to write here.
     *
     * @throws IOException where the note cannot be written
     */
    void noteFormat() throws IOException {
        Files.createDirectories(path);
        Files.writeString(format(), FORMAT + "\n", StandardCharsets.UTF_8);
    }

    /**
     * Notes that a replay from files fills the generation; until {@link #noteReplayed} its states are of no use to a job that reads
     * topics.
     *
     * @throws IOException where the note cannot be written
     */
    public void noteFilling() throws IOException {
        Files.createDirectories(path);
        Files.writeString(filling(), "", StandardCharsets.UTF_8);
    }

    /** Whether a replay from files has begun here and has not come to its end. */
    public boolean isBeingFilled() {
        return Files.exists(filling());
    }

    /**
     * Notes that this savepoint was left by a replay from files: a job that reads topics leaves the places in the files behind.
     *
     * @throws IOException where the note cannot be written
     */
    public void noteReplayed(Path savepoint) throws IOException {
        Files.writeString(replayed(), savepoint.getFileName().toString(), StandardCharsets.UTF_8);
        Files.deleteIfExists(filling());
    }

    /**
     * Whether a state was left by a replay from files.
     *
     * @throws IOException where the note cannot be read
     */
    public boolean isReplayed(Path state) throws IOException {
        return Files.exists(replayed())
                && Files.readString(replayed(), StandardCharsets.UTF_8)
                        .equals(state.getFileName().toString());
    }

    private Path format() {
        return path.resolve("state-version");
    }

    private Path filling() {
        return path.resolve("being-filled");
    }

    private Path replayed() {
        return savepoints().resolve("of-a-replay");
    }

    private Optional<Path> latest(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(path, DEPTH)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .filter(wanted)
                    .max(Comparator.comparing(StateFolder::written).thenComparing(Path::toString));
        }
    }

    private static boolean isState(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith("chk-") || name.startsWith("savepoint-");
    }

    private static long written(Path state) {
        return state.resolve("_metadata").toFile().lastModified();
    }
}
