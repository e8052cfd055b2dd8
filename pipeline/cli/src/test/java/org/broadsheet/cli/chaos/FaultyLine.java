package org.broadsheet.cli.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line from a port of its own to a server on this machine, which can be cut, held up and slowed. The server may come and go
 * behind it.
 */
final class FaultyLine implements AutoCloseable {
    private static final int PIECE = 1 << 14;
    private static final int SLOW_MILLISECONDS = 25;

    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private Way way = Way.OPEN;

    /** How it is with what goes over the line. */
    private enum Way {
        OPEN,
        CUT,
        STALLED,
        SLOW
    }

    private FaultyLine(ServerSocket entrance, int server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** An open line to a port of this machine, where something listens or will listen. */
    static FaultyLine to(int server) throws IOException {
        FaultyLine line = new FaultyLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        start(line::accept);
        return line;
    }

    /** Where it begins, on 127.0.0.1. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Ends all connections, and each new one at once. */
    void cut() {
        set(Way.CUT);
        ends.forEach(FaultyLine::end);
    }

    /** Lets nothing through; connections stay. */
    void stall() {
        set(Way.STALLED);
    }

    /** Each piece of at most 16 KiB takes a while. */
    void slow() {
        set(Way.SLOW);
    }

    /** As if nothing had been. */
    void mend() {
        set(Way.OPEN);
    }

    private synchronized void set(Way next) {
        way = next;
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                connect(entrance.accept());
            }
        } catch (IOException closed) {
            ends.forEach(FaultyLine::end);
        }
    }

    private void connect(Socket client) {
        try {
            if (now() == Way.CUT) {
                throw new IOException("cut");
            }
            Socket onward = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            onward.setTcpNoDelay(true);
            ends.add(client);
            ends.add(onward);
            start(() -> carry(client, onward));
            start(() -> carry(onward, client));
        } catch (IOException away) {
            end(client);
        }
    }

    private synchronized Way now() {
        return way;
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                pass();
                out.write(piece, 0, length);
            }
        } catch (IOException | InterruptedException ended) {
            // the other end hears of it below
        }
        end(from);
        end(to);
        ends.remove(from);
        ends.remove(to);
    }

    /** Waits as the line is now. */
    private void pass() throws InterruptedException {
        if (now() == Way.SLOW) {
            Thread.sleep(SLOW_MILLISECONDS);
        }
        awaitPassage();
    }

    private synchronized void awaitPassage() throws InterruptedException {
        while (way == Way.STALLED) {
            wait();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        mend();
        entrance.close();
    }
}
