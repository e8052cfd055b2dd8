package org.broadsheet.cli.cluster;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another main class in this process, and ends the process when the one that started it is gone: also after {@code
 * kill -9} of the test nothing is left running.
 */
final class GuardedMain {
    private GuardedMain() {}

    /**
     * Runs it.
     *
     * @param arguments the class, then its own arguments
     */
    public static void main(String[] arguments) throws Exception {
        Thread guard = new Thread(GuardedMain::endWithParent, "guard");
        guard.setDaemon(true);
        guard.start();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** The pipe from the parent ends when the parent does. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said
            }
        } catch (IOException gone) {
            // ends all the same
        }
        Runtime.getRuntime().halt(1);
    }
}
