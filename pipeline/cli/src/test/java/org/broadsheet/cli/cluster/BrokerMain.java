package org.broadsheet.cli.cluster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.embedded.EmbeddedBroker;

/** A broker in a process of its own. */
final class BrokerMain {
    private BrokerMain() {}

    /**
     * Starts the broker.
     *
     * @param arguments its folder and its port, then settings of its own: {@code inter.broker.listener.name=DIRECT}
     */
    @SuppressWarnings("resource") // it ends with the process
    public static void main(String[] arguments) {
        Map<String, String> settings = Arrays.stream(arguments)
                .skip(2)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), settings);
    }
}
