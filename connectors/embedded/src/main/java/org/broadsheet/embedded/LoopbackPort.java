package org.broadsheet.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports on 127.0.0.1: {@code LoopbackPort.free()} is one that nobody listens on, {@code 40213}. */
public final class LoopbackPort {
    /** The one address that embedded servers listen on. */
    public static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private LoopbackPort() {}

    /**
     * A port that was free a moment ago; another process may still take it.
     *
     * @throws ServerStartException if there is none
     */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(ADDRESS))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerStartException("No port on " + HOST + " is free.", e);
        }
    }

    /**
     * The port itself where it is free, a free one where it is 0.
     *
     * @param port 0 to 65535
     * @throws ServerStartException if the port is taken, or may not be used
     */
    public static int orFree(int port) {
        if (port == 0) {
            return free();
        }
        if (port < 0 || port > 65535) {
            throw new ServerStartException("Port " + port + " does not exist; ports go from 1 to 65535.");
        }
        if (isTaken(port)) {
            throw new ServerStartException("Port " + port + " on " + HOST + " is taken.");
        }
        return port;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // What a server that has just ended leaves behind does not make the port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
