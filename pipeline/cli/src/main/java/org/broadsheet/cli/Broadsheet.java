package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command: {@code ./broadsheet demo}. */
@Command(
        name = "broadsheet",
        mixinStandardHelpOptions = true,
        version = "Broadsheet 0.1.0",
        description = "Turns a feed of Chinese newspaper pages into figures per region and day.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet demo                          everything in one process, on the sample pages",
            "  ./broadsheet extract config/samples/pages/003_d80b19d43e3d5215.txt",
            "  ./broadsheet figures --region 迎泽区",
            "  ./broadsheet COMMAND --help                what a command takes, with examples"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            StopCommand.class,
            FeedCommand.class,
            ReadCommand.class,
            ExtractCommand.class,
            ScoreCommand.class,
            FiguresCommand.class,
            AuditCommand.class,
            CheckCommand.class,
            HelpCommand.class
        })
public final class Broadsheet {
    /** What a command says when all is well. */
    static final int DONE = 0;
    /** What a command says when it found something that should not be so. */
    static final int FOUND = 1;
    /** What a command says when it could not do its work. */
    static final int FAILED = 2;

    private Broadsheet() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Broadsheet())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, command, result) -> {
                    String sentence = Faults.sentence(thrown);
                    if (sentence == null) {
                        thrown.printStackTrace(err);
                    } else {
                        err.println("broadsheet: " + sentence);
                    }
                    return FAILED;
                });
        line.getSubcommands()
                .values()
                .forEach(sub -> sub.getCommandSpec().usageMessage().adjustLineBreaksForWideCJKCharacters(true));
        int code = line.execute(arguments);
        out.flush();
        return code;
    }
}
