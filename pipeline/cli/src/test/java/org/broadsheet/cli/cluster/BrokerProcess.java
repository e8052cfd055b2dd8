package org.broadsheet.cli.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.embedded.LoopbackPort;

/** A broker in a process of its own. */
public final class BrokerProcess implements AutoCloseable {
    private final JavaProcess process;
    private final int port;

    private BrokerProcess(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; clients wait for it by themselves. */
    public static BrokerProcess start(Path folder) throws IOException {
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
        return new BrokerProcess(process, port);
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
