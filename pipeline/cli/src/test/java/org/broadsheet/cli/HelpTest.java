package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What {@code --help} shows: each command has examples, and each example is one that the command takes. */
class HelpTest {
    static Stream<String> examples() {
        return HelpExamples.all().stream().map(HelpExamples.Example::text);
    }

    @Test
    void eachCommandHasAnExampleOfItself() {
        assertThat(HelpExamples.commands())
                .filteredOn(command -> !command.getCommandName().equals("help")
                        && command.getSubcommands().isEmpty())
                .allSatisfy(command -> assertThat(HelpExamples.of(command))
                        .as(command.getCommandName())
                        .anyMatch(example -> (example + " ").contains(" " + command.getCommandName() + " ")))
                .extracting(CommandLine::getCommandName)
                .contains("feed", "redrive", "figures", "generate");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleIsTaken(String example) {
        assertThat(example).startsWith("./broadsheet ");
        String[] arguments = HelpExamples.arguments(example).toArray(String[]::new);
        assertThatCode(() -> HelpExamples.broadsheet().parseArgs(arguments))
                .as(example)
                .doesNotThrowAnyException();
    }
}
