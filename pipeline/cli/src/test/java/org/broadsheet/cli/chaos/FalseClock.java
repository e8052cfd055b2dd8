package org.broadsheet.cli.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clock of some processes, which can be set while they run; where libfaketime is installed. */
final class FalseClock {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib64/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/faketime/libfaketime.so.1"));

    private final Path offset;
    private final Optional<Path> library;

    private FalseClock(Path offset, Optional<Path> library) {
        this.offset = offset;
        this.library = library;
    }

    /** A clock that goes right. */
    static FalseClock in(Path folder) throws IOException {
        FalseClock clock = new FalseClock(
                folder.resolve("clock"), PLACES.stream().filter(Files::exists).findFirst());
        clock.jump(0);
        return clock;
    }

    /** Whether it can be set. */
    boolean canJump() {
        return library.isPresent();
    }

    /** So many seconds ahead of the right time, or behind it; the processes see it within a second. */
    void jump(int seconds) throws IOException {
        Path next = Files.writeString(offset.resolveSibling("clock.next"), "%+d%n".formatted(seconds), UTF_8);
        Files.move(next, offset, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** What the processes need in their environment; what they measure durations by goes right. */
    Map<String, String> environment() {
        // The last of them: with that fix a JVM comes to a stand.
        return library.map(file -> Map.of(
                        "LD_PRELOAD",
                        file.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"))
                .orElse(Map.of());
    }
}
