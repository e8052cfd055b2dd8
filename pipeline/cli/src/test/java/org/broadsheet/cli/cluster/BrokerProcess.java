package org.broadsheet.cli.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.embedded.LoopbackPort;

/** A broker in a process of its own. */
public final class BrokerProcess implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 100;

    private final Path folder;
    private final int port;
    private final Map<String, String> settings;
    private JavaProcess process;

    private BrokerProcess(Path folder, int port, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.process = process();
    }

    /** Starts it and waits until it takes connections. */
    public static BrokerProcess start(Path folder) throws IOException, InterruptedException {
        BrokerProcess broker = new BrokerProcess(folder, LoopbackPort.free(), Map.of());
        broker.awaitConnections();
        return broker;
    }

    /**
     * Starts one that tells whoever asks at {@code behind} to come to {@code line} for all else: so all that they say goes
     * through whatever listens there. At {@link #servers} it is reached directly.
     */
    public static BrokerProcess startBehind(Path folder, int behind, int line)
            throws IOException, InterruptedException {
        int direct = LoopbackPort.free();
        String controller = "127.0.0.1:" + LoopbackPort.free();
        Map<String, String> settings = new TreeMap<>(Map.of(
                "listeners",
                "LINE://127.0.0.1:" + behind + ",DIRECT://127.0.0.1:" + direct + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "LINE://127.0.0.1:" + line + ",DIRECT://127.0.0.1:" + direct,
                "listener.security.protocol.map",
                "LINE:PLAINTEXT,DIRECT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "DIRECT",
                "controller.quorum.voters",
                "1@" + controller));
        BrokerProcess broker = new BrokerProcess(folder, direct, settings);
        broker.awaitConnections();
        return broker;
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Starts it again after a {@link #kill}, and waits until it takes connections. */
    public void startAgain() throws IOException, InterruptedException {
        process = process();
        awaitConnections();
    }

    private JavaProcess process() throws IOException {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        List<String> main = new ArrayList<>(
                List.of(BrokerMain.class.getName(), folder.resolve("broker").toString(), Integer.toString(port)));
        settings.forEach((name, value) -> main.add(name + "=" + value));
        return JavaProcess.start(folder.resolve("broker.log"), classPath, List.of("-Xmx512m"), main);
    }

    private void awaitConnections() throws IOException, InterruptedException {
        while (!takesConnections()) {
            if (!process.isAlive()) {
                throw new AssertionError("The broker has ended. " + process.lastWords());
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private boolean takesConnections() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@code 127.0.0.1:40213}. */
    public String servers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }
}
