package org.broadsheet.cli.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.embedded.LoopbackPort;

/** A broker in a process of its own. */
public final class BrokerProcess implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 100;

    private final JavaProcess process;
    private final int port;

    private BrokerProcess(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it takes connections. */
    public static BrokerProcess start(Path folder) throws IOException, InterruptedException {
        int port = LoopbackPort.free();
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        JavaProcess process = JavaProcess.start(
                folder.resolve("broker.log"),
                classPath,
                List.of("-Xmx512m"),
                List.of(BrokerMain.class.getName(), folder.resolve("broker").toString(), Integer.toString(port)));
        while (!takesConnections(port)) {
            if (!process.isAlive()) {
                throw new AssertionError("The broker has ended. " + process.lastWords());
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
        return new BrokerProcess(process, port);
    }

    private static boolean takesConnections(int port) {
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
