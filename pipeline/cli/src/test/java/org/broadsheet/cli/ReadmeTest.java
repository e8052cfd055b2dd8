package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README and its Chinese sister 自述: the same commands, the same samples, and all that they point to is there. */
class ReadmeTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text|xml)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    private final String english = read("README.md");
    private final String chinese = read("README.zh-CN.md");

    @Test
    void bothHaveTheSameCommands() {
        assertThat(commands(english)).hasSizeGreaterThan(15);
        assertThat(commands(chinese)).isEqualTo(commands(english));
    }

    @Test
    void bothShowTheSameFiguresAndSettings() {
        assertThat(lines(chinese, "迎泽区  140106")).isEqualTo(lines(english, "迎泽区  140106"));
        assertThat(blocks(chinese, "xml")).isEqualTo(blocks(english, "xml")).hasSize(1);
    }

    @Test
    void eachLeadsToTheOther() {
        assertThat(english).contains("](README.zh-CN.md)");
        assertThat(chinese).contains("](README.md)");
    }

    @Test
    void whatTheyPointToIsThere() {
        for (String readme : List.of(english, chinese)) {
            assertThat(LINK.matcher(readme).results().map(link -> link.group(1)).filter(link -> !link.contains("://")))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(Launcher.ROOT.resolve(link)).exists());
        }
    }

    /** The lines of the shell blocks without what is said about them. */
    private static List<String> commands(String readme) {
        return blocks(readme, "sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceAll(" +# .*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> blocks(String readme, String language) {
        return BLOCK.matcher(readme)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static List<String> lines(String readme, String beginning) {
        return readme.lines().filter(line -> line.startsWith(beginning)).toList();
    }

    private static String read(String name) {
        try {
            return Files.readString(Launcher.ROOT.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
