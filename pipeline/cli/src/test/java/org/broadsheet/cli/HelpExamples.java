package org.broadsheet.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The examples in the help of the commands: {@code ./broadsheet figures --region 迎泽区}. */
final class HelpExamples {
    private static final Pattern WORD = Pattern.compile("'[^']*'|[^ ]+");

    private HelpExamples() {}

    /**
     * An example.
     *
     * @param text what is to be typed, without what the shell does with it
     */
    record Example(String text) {
        boolean is(String beginning) {
            return text.startsWith("./broadsheet " + beginning);
        }
    }

    static CommandLine broadsheet() {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        return Broadsheet.commandLine(nobody, nobody);
    }

    /** All commands, and those below them. */
    static List<CommandLine> commands() {
        return commands(broadsheet());
    }

    private static List<CommandLine> commands(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(below -> all.addAll(commands(below)));
        return all;
    }

    /** Each once, but for the one that stands for all helps. */
    static List<Example> all() {
        return commands().stream()
                .flatMap(command -> of(command).stream())
                .distinct()
                .filter(example -> !example.endsWith(" --help"))
                .map(Example::new)
                .toList();
    }

    /** Without the comment behind two spaces, and without what the shell does with them. */
    static List<String> of(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .filter(line -> line.startsWith("./broadsheet"))
                .map(line -> line.replaceAll("(  +| > | \\| ).*", ""))
                .flatMap(line -> Stream.of(line.split(" && ", -1)))
                .toList();
    }

    /** The words behind {@code ./broadsheet}, as a shell would hand them over. */
    static List<String> arguments(String example) {
        return WORD.matcher(example.substring("./broadsheet ".length()))
                .results()
                .map(found -> found.group().replace("'", ""))
                .toList();
    }
}
