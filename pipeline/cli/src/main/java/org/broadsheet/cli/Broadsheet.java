package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

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
            ReplayCommand.class,
            RedriveCommand.class,
            ReadCommand.class,
            ExtractCommand.class,
            PlacesCommand.class,
            ScoreCommand.class,
            FiguresCommand.class,
            ReportCommand.class,
            CorrectCommand.class,
            AuditCommand.class,
            GenerationsCommand.class,
            DiffCommand.class,
            PromoteCommand.class,
            CloseCommand.class,
            BenchCommand.class,
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
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        return code;
    }

    /** All commands, their faults told in sentences. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Broadsheet())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((fault, given) -> refuse(fault, err))
                .setExecutionExceptionHandler((thrown, command, result) -> {
                    String sentence = Faults.sentence(thrown);
                    if (sentence == null) {
                        thrown.printStackTrace(err);
                    } else {
                        err.println("broadsheet: " + sentence);
                    }
                    return FAILED;
                });
        line.registerConverter(LocalDate.class, Broadsheet::day);
        line.getSubcommands()
                .values()
                .forEach(sub -> sub.getCommandSpec().usageMessage().adjustLineBreaksForWideCJKCharacters(true));
        return line;
    }

    /** What was typed wrongly, and where to read what may be typed; without a command: what there is. */
    private static int refuse(ParameterException fault, PrintWriter err) {
        CommandLine command = fault.getCommandLine();
        if (command.getParent() == null
                && command.getParseResult().originalArgs().isEmpty()) {
            command.usage(err);
            return FAILED;
        }
        err.println("broadsheet: " + sentence(fault));
        if (fault instanceof UnmatchedArgumentException) {
            UnmatchedArgumentException.printSuggestions(fault, err);
        }
        String name = command.getParent() == null ? "" : command.getCommandName() + " ";
        err.println("./broadsheet " + name + "--help says what it takes.");
        return FAILED;
    }

    private static String sentence(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String what = fault.getCommandLine().getParent() == null ? "There is no command " : "It takes no ";
            return what + String.join(" ", unmatched.getUnmatched()) + ".";
        }
        return String.valueOf(fault.getMessage()).replace("option option", "option");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new TypeConversionException("'" + text + "' is no day such as 2022-11-22");
        }
    }
}
