package org.broadsheet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where unpacked programs are kept between runs: {@code ~/.cache/broadsheet}, for root {@code /var/cache/broadsheet},
 * else below the temporary folder. Never a folder that another user could have put programs into.
 */
final class ProgramCache {
    private ProgramCache() {}

    /**
     * The first that can be made, is ours alone, and can be entered by the account.
     *
     * @throws ServerStartException if there is none
     */
    static Path forAccount(ServerAccount account) throws IOException {
        for (Path candidate : candidates(account)) {
            if (isUsable(candidate, account)) {
                return candidate;
            }
        }
        throw new ServerStartException(
                "There is no folder to unpack PostgreSQL into: neither of " + candidates(account) + " can be used.");
    }

    private static List<Path> candidates(ServerAccount account) {
        List<Path> candidates = new ArrayList<>();
        String home = System.getProperty("user.home", "");
        if (account.other()) {
            candidates.add(Path.of("/var/cache/broadsheet"));
        } else if (!home.isEmpty() && !home.equals("?")) {
            Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                    .filter(said -> !said.isEmpty())
                    .map(Path::of)
                    .orElse(Path.of(home, ".cache"));
            candidates.add(cache.resolve("broadsheet"));
        }
        String user = System.getProperty("user.name", "");
        candidates.add(Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "broadsheet-programs-" + user));
        return candidates;
    }

    private static boolean isUsable(Path candidate, ServerAccount account) throws IOException {
        try {
            Files.createDirectories(candidate);
        } catch (IOException e) {
            return false; // the next may do
        }
        int mode = (int) Files.getAttribute(candidate, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        int owner = (int) Files.getAttribute(candidate, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        int ours = account.other() ? 0 : account.user();
        boolean othersMayWrite = (mode & 0022) != 0;
        boolean isLink = Files.isSymbolicLink(candidate);
        return owner == ours && !othersMayWrite && !isLink && account.mayEnter(candidate);
    }
}
