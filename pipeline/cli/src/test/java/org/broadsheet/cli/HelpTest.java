package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What {@code --help} shows: each command has examples, and each example is one that the command takes. */
class HelpTest {
    private static final Pattern WORD = Pattern.compile("'[^']*'|[^ ]+");

    private static CommandLine broadsheet() {
        return Broadsheet.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    }

    static Stream<String> examples() {
        return commands(broadsheet()).stream().flatMap(command -> examples(command).stream());
    }

    @Test
    void eachCommandHasAnExampleOfItself() {
        assertThat(commands(broadsheet()))
                .filteredOn(command -> !command.getCommandName().equals("help")
                        && command.getSubcommands().isEmpty())
                .allSatisfy(command -> assertThat(examples(command))
                        .as(command.getCommandName())
                        .anyMatch(example -> (example + " ").contains(" " + command.getCommandName() + " ")))
                .extracting(CommandLine::getCommandName)
                .contains("feed", "redrive", "figures", "generate");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleIsTaken(String example) {
        assertThat(example).startsWith("./broadsheet ");
        String[] arguments = WORD.matcher(example.substring("./broadsheet ".length()))
                .results()
                .map(found -> found.group().replace("'", ""))
                .toArray(String[]::new);
        String last = arguments[arguments.length - 1];
        if (!last.equals("--help")) {
            assertThatCode(() -> broadsheet().parseArgs(arguments)).as(example).doesNotThrowAnyException();
        }
    }

    private static List<CommandLine> commands(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(below -> all.addAll(commands(below)));
        return all;
    }

    /** Without the comment behind two spaces, and without what the shell does with them. */
    private static List<String> examples(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .filter(line -> line.startsWith("./broadsheet"))
                .map(line -> line.replaceAll("(  +| > ).*", ""))
                .flatMap(line -> Stream.of(line.split(" && ", -1)))
                .toList();
    }
}
