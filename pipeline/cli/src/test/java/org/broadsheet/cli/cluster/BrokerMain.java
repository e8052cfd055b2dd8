package org.broadsheet.cli.cluster;

import java.nio.file.Path;
import org.broadsheet.embedded.EmbeddedBroker;

/** A broker in a process of its own. */
final class BrokerMain {
    private BrokerMain() {}

    /**
     * Starts the broker.
     *
     * @param arguments its folder and its port
     */
    @SuppressWarnings("resource") // it ends with the process
    public static void main(String[] arguments) {
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}
